import { join } from "node:path";
import { remark } from "../model/remark.ts";
import type { ReadPage } from "../model/reading.ts";
import type { Remark } from "../model/remark.ts";
import type { LineEngine } from "../ocr/engine.ts";
import { drawOverlay } from "../overlay/draw-overlay.ts";
import { openSource } from "../raster/open-source.ts";
import { describeSystemError } from "./describe-system-error.ts";
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
  readonly kind: "scan";
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

/**
 * Opens a file for reading page by page: raster, clean, lay out, read. Rejects with an `InputError`.
 *
 * @param startEngine  asked when a page has print; what it gives stays the caller's to close
 */
export async function createPageReader(
  options: PageReaderOptions,
  startEngine: () => Promise<LineEngine>,
): Promise<PageReader> {
  const source = await openSource(options.filePath);
  return {
    kind: "scan",
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
        try {
          await clock.time("overlay", () => drawOverlay(clean, layout, file, source.sha256));
        } catch (error) {
          return { page: withoutOverlay(page, error), stages: clock.take() };
        }
      }
      return { page, stages: clock.take() };
    },
    close: () => source.close(),
  };
}

/** What was read stands, whether there is a picture of it or not: the library draws none larger than 32,767 pixels a side. */
function withoutOverlay(page: ReadPage, error: unknown): ReadPage {
  const reason = describeSystemError(error).split("\n")[0]!;
  const message = `No picture of what was found could be drawn: ${reason}.`;
  const missing = remark("overlay-not-drawn", "warning", message, { pageNumber: page.pageNumber });
  return { ...page, remarks: [...page.remarks, missing] };
}
