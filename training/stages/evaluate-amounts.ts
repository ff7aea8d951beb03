import { makeRandom } from "../../maker/random.ts";
import sharp from "sharp";
import { numberConfidence } from "../../src/assemble/field-confidence.ts";
import { LOWEST_BELIEVED, SURELY_READ } from "../../src/assemble/read-money-field.ts";
import type { GrayImage } from "../../src/model/image.ts";
import { normalizeThai } from "../../src/normalize/normalize-thai.ts";
import { parseBaht } from "../../src/normalize/parse-baht.ts";
import { readTraineddata } from "../../src/ocr/read-traineddata.ts";
import { lookAgain } from "../../src/ocr/second-look.ts";
import { startTesseract } from "../../src/ocr/tesseract-engine.ts";
import type { FontChoice } from "../lines/choose-setting.ts";
import { makeLine, PIPELINE_SHARES } from "../lines/make-line.ts";
import { writeAmount } from "../text/number-text.ts";
import { writeThaiDigits } from "../text/thai-digits.ts";

/** What became of amounts in money cells. A silent error is a wrong amount that nothing marks as doubtful. */
export interface AmountScores {
  readonly cells: number;
  readonly right: number;
  readonly rightForReview: number;
  readonly leftEmpty: number;
  readonly wrongForReview: number;
  readonly silentErrors: number;
  readonly examples: readonly string[];
}

async function decode(png: Uint8Array): Promise<GrayImage> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, data };
}

/**
 * Draws amounts in all looks of the training, and reads them as the pipeline reads a money cell.
 *
 * @param numberModelFile the model that checks numbers; null for none
 */
export async function evaluateAmounts(
  modelFile: string,
  numberModelFile: string | null,
  count: number,
  seed: string,
): Promise<AmountScores> {
  const engine = await startTesseract(await readTraineddata(modelFile), {
    numberModel: numberModelFile === null ? null : await readTraineddata(numberModelFile),
  });
  const random = makeRandom(`amounts/${seed}`);
  const fonts: readonly FontChoice[] = ["training", "held-out", "older-styles"];
  const tally = { right: 0, rightForReview: 0, leftEmpty: 0, wrongForReview: 0, silentErrors: 0 };
  const examples: string[] = [];
  for (let cell = 0; cell < count;) {
    const amount = writeAmount(random);
    const text = random.chance(0.8) ? writeThaiDigits(amount) : amount;
    const font = fonts[cell % fonts.length]!;
    const sample = await makeLine(
      { text, kind: "number" },
      font,
      random.fork(`${cell}/${text}`),
      PIPELINE_SHARES,
    );
    if (sample === null) continue;
    cell += 1;
    const image = await decode(sample.png);
    const read = await lookAgain(engine, image, await engine.readLine(image));
    const { value: found, remarks } = parseBaht(normalizeThai(read.text).text);
    const confidence = numberConfidence(read.symbols.map((symbol) => ({ ...symbol, left: 0, right: 0 })));
    const isRight = found === parseBaht(text).value;
    const outcome =
      found === null || confidence < LOWEST_BELIEVED
        ? "leftEmpty"
        : confidence < SURELY_READ || remarks.length > 0
          ? isRight
            ? "rightForReview"
            : "wrongForReview"
          : isRight
            ? "right"
            : "silentErrors";
    tally[outcome] += 1;
    if (outcome === "silentErrors") examples.push(`${text} read as ${read.text}`);
  }
  await engine.close();
  return { cells: count, ...tally, examples };
}

export function formatAmountScores(scores: AmountScores): string {
  const rows = [
    ["right", scores.right],
    ["right, for review", scores.rightForReview],
    ["left empty, for review", scores.leftEmpty],
    ["wrong, for review", scores.wrongForReview],
    ["silently wrong", scores.silentErrors],
  ] as const;
  return [
    `| of ${scores.cells} money cells | |`,
    "|---|---|",
    ...rows.map(([name, count]) => `| ${name} | ${count} |`),
    ...scores.examples,
  ].join("\n");
}
