import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withTools } from "../../src/cli/run-tools.ts";
import type { ExpectedDocument } from "../../maker/expect-report.ts";
import type { ReadPage } from "../../src/model/reading.ts";
import type { ExtractTools } from "../../src/run/extract-file.ts";
import { makeScannedReport } from "./make-scanned-report.ts";
import { readPages } from "./read-pages.ts";

/** What the pipeline made of a scanned report before any step that repair has a part in, with what it says. */
export interface SavedReading {
  readonly seed: string;
  readonly model: string;
  readonly sha256: string;
  readonly profile: string;
  readonly rules: string;
  readonly pages: readonly ReadPage[];
  readonly truth: ExpectedDocument;
}

/** The readings that lie in `folder`, of the seeds given. */
export function savedReadings(folder: string, seeds: readonly string[]): SavedReading[] {
  return seeds
    .map((seed) => readingFile(folder, seed))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")) as SavedReading);
}

/**
 * Makes the scans of these seeds and reads them, and leaves out what `folder` has of the model in use: a run that was
 * stopped goes on where it was.
 */
export async function readScannedReports(
  folder: string,
  seeds: readonly string[],
  workers: number,
  onRead: (seed: string, pageCount: number) => void,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await withTools({ workers }, new AbortController().signal, async (tools) => {
    const waiting = seeds.filter((seed) => savedReadings(folder, [seed])[0]?.model !== tools.model.name);
    const work = async (): Promise<void> => {
      for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
        onRead(seed, await readOne(folder, seed, tools));
      }
    };
    await Promise.all(Array.from({ length: workers }, work));
  });
}

async function readOne(folder: string, seed: string, tools: ExtractTools): Promise<number> {
  const { pdf, truth, profile, rules } = await makeScannedReport(seed);
  const filePath = join(folder, `${seed}.pdf`);
  writeFileSync(filePath, pdf);
  const { sha256, pages } = await readPages(filePath, tools);
  const reading: SavedReading = { seed, model: tools.model.name, sha256, profile, rules, pages, truth };
  // A file that is there is whole, whenever the run ends.
  const target = readingFile(folder, seed);
  writeFileSync(`${target}.part`, JSON.stringify(reading));
  renameSync(`${target}.part`, target);
  return pages.length;
}

function readingFile(folder: string, seed: string): string {
  return join(folder, `${seed}.json`);
}
