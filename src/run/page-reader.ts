import { join } from "node:path";
import type { ReadPage } from "../model/reading.ts";
import type { Remark } from "../model/remark.ts";
import type { LineEngine } from "../ocr/engine.ts";
import { readTraineddata } from "../ocr/read-traineddata.ts";
import { startTesseract } from "../ocr/tesseract-engine.ts";
import { drawOverlay } from "../overlay/draw-overlay.ts";
import { openSource } from "../raster/open-source.ts";
import { defaultModelPath, numberModelPath } from "./default-model-path.ts";
import { readUpright } from "./read-upright.ts";
import { createStageClock, type StageTime } from "./stage-clock.ts";

export interface PageReaderOptions {
  readonly filePath: string;
  /** A `.traineddata` file; null for the one that Raingan brings. */
  readonly modelPath: string | null;
  /** Folder for one picture a page with what was found drawn over it; null for none. */
  readonly overlayDir: string | null;
}

export interface PageReader {
  readonly fileName: string;
  readonly sha256: string;
  readonly pageCount: number;
  readonly remarks: readonly Remark[];
  /** Rejects with a `PageError` where the page has no pixels to read; other pages still work. */
  readPage(
    pageNumber: number,
    onStage?: (stage: string) => void,
  ): Promise<{ page: ReadPage; stages: readonly StageTime[] }>;
  close(): Promise<void>;
}

/** Opens a file for reading page by page: raster, clean, lay out, read. Rejects with an `InputError`. */
export async function createPageReader(options: PageReaderOptions): Promise<PageReader> {
  const source = await openSource(options.filePath);
  let engine: LineEngine | null = null;
  const startEngine = async (): Promise<LineEngine> => (engine ??= await startNets(options.modelPath));
  return {
    fileName: source.fileName,
    sha256: source.sha256,
    pageCount: source.pageCount,
    remarks: source.remarks,
    async readPage(pageNumber, onStage) {
      const { overlayDir } = options;
      const clock = createStageClock(onStage);
      const image = await clock.time("raster", () => source.readPage(pageNumber));
      const { page, clean, layout } = await readUpright(image, startEngine, clock);
      if (overlayDir !== null) {
        const file = join(overlayDir, `page-${String(pageNumber).padStart(3, "0")}.png`);
        await clock.time("overlay", () => drawOverlay(clean, layout, file));
      }
      return { page, stages: clock.take() };
    },
    async close() {
      await engine?.close();
      await source.close();
    },
  };
}

/** The recognizer with both nets; the one for numbers is the same whatever model reads the rest. */
async function startNets(modelPath: string | null): Promise<LineEngine> {
  const numbers = numberModelPath();
  return startTesseract(await readTraineddata(modelPath ?? defaultModelPath()), {
    numberModel: numbers === null ? null : await readTraineddata(numbers),
  });
}
