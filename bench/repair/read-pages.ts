import type { ReadPage } from "../../src/model/reading.ts";
import type { ExtractTools } from "../../src/run/extract-file.ts";

/** All pages of a file as the pipeline has them before assembly and repair; throws where one cannot be read. */
export async function readPages(
  filePath: string,
  tools: ExtractTools,
): Promise<{ readonly sha256: string; readonly pages: readonly ReadPage[] }> {
  const options = { filePath, modelPath: null, overlayDir: null };
  const file = await tools.pool.open(options);
  const pages: ReadPage[] = [];
  for (let pageNumber = 1; pageNumber <= file.pageCount; pageNumber++) {
    const outcome = await tools.pool.read(options, file.sha256, pageNumber);
    if (outcome.kind === "failed") throw new Error(`${filePath}, page ${pageNumber}: ${outcome.message}`);
    pages.push(outcome.page);
  }
  return { sha256: file.sha256, pages };
}
