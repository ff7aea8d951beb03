import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeScannedReport } from "../../bench/repair/make-scanned-report.ts";
import { turnPage } from "../../src/clean/turn-page.ts";
import type { PageImage } from "../../src/model/page.ts";
import type { LineEngine } from "../../src/ocr/engine.ts";
import { readTraineddata } from "../../src/ocr/read-traineddata.ts";
import { startTesseract } from "../../src/ocr/tesseract-engine.ts";
import { openSource } from "../../src/raster/open-source.ts";
import { defaultModelPath } from "../../src/run/default-model-path.ts";
import { readUpright } from "../../src/run/read-upright.ts";
import { createStageClock } from "../../src/run/stage-clock.ts";

const SCAN = join(import.meta.dirname, "../../fixtures/phaising-2566/scan.pdf");

let cover: PageImage;
let engine: LineEngine;

beforeAll(async () => {
  const source = await openSource(SCAN);
  cover = await source.readPage(1);
  await source.close();
  engine = await startTesseract(await readTraineddata(defaultModelPath()));
});
afterAll(() => engine.close());

test.each([
  [0, 0],
  [1, 3],
  [2, 2],
  [3, 1],
] as const)("a page scanned turned by %i right angles is turned by %i more and read", async (lay, turns) => {
  const { page } = await readUpright(turnPage(cover, lay), async () => engine, createStageClock());
  const text = page.lines.map((line) => line.text).join("");
  expect(text).toContain("องค์การบริหารส่วนตำบลไผ่สิงห์");
  expect(page.quarterTurns ?? 0).toBe(turns);
  expect(page.remarks.map(({ code }) => code)).toEqual(turns === 0 ? [] : ["page-turned"]);
  expect([page.widthPt > page.heightPt]).toEqual([cover.widthPt > cover.heightPt]);
});

test("a stamp, which is read as many lines of signs, turns no cover of few lines", async () => {
  const folder = await mkdtemp(join(tmpdir(), "raingan-upright-"));
  const file = join(folder, "stamped.pdf");
  await writeFile(file, (await makeScannedReport("further-64")).pdf);
  const source = await openSource(file);
  const stamped = await source.readPage(1);
  await source.close();
  await rm(folder, { recursive: true });
  const { page } = await readUpright(stamped, async () => engine, createStageClock());
  expect(page.lines.map(({ text }) => text)).toContain("อำเภอสุวรรณคูหา จังหวัดหนองบัวลำภู");
  expect([page.quarterTurns, page.kind]).toEqual([undefined, "cover"]);
});
