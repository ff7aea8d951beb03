import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import type { ReadPage } from "../../src/model/reading.ts";
import { packageRoot } from "../../src/run/default-model-path.ts";
import { createPagePool } from "../../src/run/page-pool.ts";
import type { PagePool } from "../../src/run/page-pool.ts";

const filePath = join(packageRoot(), "fixtures/phaising-2566/scan.pdf");
const workerScript = new URL("../../src/run/page-worker.ts", import.meta.url);

let pool: PagePool | null = null;
afterEach(() => pool?.close());

async function readWith(workerCount: number, pageNumbers: readonly number[]): Promise<readonly ReadPage[]> {
  pool = createPagePool({ workerScript, workerCount });
  const reading = pool;
  const options = { filePath, modelPath: null, overlayDir: null };
  const { sha256 } = await reading.open(options);
  const outcomes = await Promise.all(pageNumbers.map((page) => reading.read(options, sha256, page)));
  await reading.close();
  const pages = outcomes.map((outcome) => {
    if (outcome.kind === "failed") throw new Error(outcome.message);
    return outcome.page;
  });
  return pages.toSorted((a, b) => a.pageNumber - b.pageNumber);
}

// A recognizer that learns from what it reads would give the page after another reading.
it("reads a page the same with the real recognizer, whatever it read before", async () => {
  const forward = await readWith(1, [1, 8]);
  const backward = await readWith(2, [8, 1]);
  expect(forward[0]!.lines.length).toBeGreaterThan(3);
  expect(backward).toEqual(forward);
});
