import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTranscript } from "../../src/run/open-transcript.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("writes the whole result where an attempt before had left a part of one, and tells what was broken", async () => {
  const filePath = join(folder, "list.txt");
  const resultPath = join(folder, "result.json");
  const text = Buffer.from("ลำดับ\tรายการ\n1\tกระดาษ ก\n");
  text[text.length - 2] = 0xff;
  await writeFile(filePath, text);
  await writeFile(resultPath, '{ "schemaVersion": ');
  const reader = await openTranscript(filePath);
  const summary = await reader!.extract({
    pipelineName: "ruled-table",
    pageNumbers: [1],
    withoutRepair: false,
    dictionariesDir: null,
    version: "0",
    resultPath,
  });
  expect(summary).toMatchObject({ tableCount: 1, pages: [{ pageNumber: 1, method: "transcript" }] });
  const extraction = JSON.parse(await readFile(resultPath, "utf8")) as { remarks: { code: string }[] };
  expect(extraction.remarks.map(({ code }) => code)).toEqual(["broken-characters"]);
});
