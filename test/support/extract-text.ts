import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Extraction } from "../../src/model/extraction.ts";
import { extractFile } from "../../src/run/extract-file.ts";
import type { ExtractRequest, ExtractTools } from "../../src/run/extract-file.ts";
import type { ExtractionListener } from "../../src/run/extraction-event.ts";

/** Extracts a file, and gives what was written. */
export async function extractText(
  request: Omit<ExtractRequest, "resultPath">,
  tools: ExtractTools,
  listen?: ExtractionListener,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
  const resultPath = join(folder, "result.json");
  try {
    await extractFile({ ...request, resultPath }, tools, listen);
    return await readFile(resultPath, "utf8");
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same as a value. */
export async function extractValue(...given: Parameters<typeof extractText>): Promise<Extraction> {
  return JSON.parse(await extractText(...given)) as Extraction;
}
