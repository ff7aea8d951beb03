import sharp from "sharp";
import type { GrayImage } from "../../src/model/image.ts";
import { readTraineddata } from "../../src/ocr/read-traineddata.ts";
import { rereadDoubtful } from "../../src/ocr/reread-line.ts";
import { lookAgain } from "../../src/ocr/second-look.ts";
import { startTesseract } from "../../src/ocr/tesseract-engine.ts";
import { scoreLines } from "../score/line-scores.ts";
import type { LineScores } from "../score/line-scores.ts";
import type { ValidationLines } from "./make-validation.ts";

/** Scores of sets by their names, read by the pipeline's own engine. */
export interface PipelineScores {
  readonly readOnce: Map<string, LineScores>;
  /** With the second look at numbers, and doubtful text lines read again. */
  readonly asPipeline: Map<string, LineScores>;
  readonly linesReadAgain: number;
}

async function decode(path: string): Promise<GrayImage> {
  const { data, info } = await sharp(path).toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, data: new Uint8Array(data) };
}

/**
 * Reads lines as `src/run/read-page.ts` does, and once only.
 *
 * @param numberModelFile the model that checks numbers; null for none
 */
export async function readAsPipeline(
  modelFile: string,
  numberModelFile: string | null,
  sets: readonly ValidationLines[],
): Promise<PipelineScores> {
  const engine = await startTesseract(await readTraineddata(modelFile), {
    numberModel: numberModelFile === null ? null : await readTraineddata(numberModelFile),
  });
  const [readOnce, asPipeline] = [new Map<string, LineScores>(), new Map<string, LineScores>()];
  let linesReadAgain = 0;
  for (const { name, imagePaths, faintPaths, texts } of sets) {
    const [once, again]: [string[], string[]] = [[], []];
    for (const [index, path] of imagePaths.entries()) {
      const image = await decode(path);
      const faintPath = faintPaths[index] ?? null;
      const faint = faintPath === null ? null : await decode(faintPath);
      const first = await engine.readLine(image);
      const drawFaint = (): GrayImage | null => {
        linesReadAgain += 1;
        return faint;
      };
      const read = await rereadDoubtful(engine, image, await lookAgain(engine, image, first), drawFaint);
      once.push(first.text);
      again.push(read.text);
    }
    const score = (read: readonly string[]): LineScores =>
      scoreLines(texts.map((expected, index) => ({ expected, read: read[index]! })));
    readOnce.set(name, score(once));
    asPipeline.set(name, score(again));
  }
  await engine.close();
  return { readOnce, asPipeline, linesReadAgain };
}
