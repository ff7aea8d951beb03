import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Extraction } from "../../src/model/extraction.ts";
import type { Dictionaries } from "../../src/repair/load-dictionaries.ts";
import type { ExtractRequest } from "../../src/run/extract-file.ts";
import { extractFiles } from "../../src/run/extract-files.ts";
import type { FileOutcome } from "../../src/run/extract-files.ts";
import type { ExtractionEvent } from "../../src/run/extraction-event.ts";
import { createPagePool } from "../../src/run/page-pool.ts";
import type { PagePool } from "../../src/run/page-pool.ts";
import type { Pipeline } from "../../src/run/pipeline.ts";
import { extractText, extractValue } from "../support/extract-text.ts";
import { FAKE_WORKER, createFakeFiles } from "../support/fake-plan.ts";
import type { FakeFiles, FakePlan } from "../support/fake-plan.ts";

/** Tells in its remarks which pages it was given, in which order, and what stood on them. */
const recipe: Pipeline = {
  name: "echo",
  description: "",
  assemble: (pages, context) => ({
    documents: [],
    remarks: [
      {
        code: "echo",
        severity: "info",
        pageNumber: null,
        field: null,
        box: null,
        message: [context.fileName, ...pages.map((page) => page.lines[0]?.text ?? page.kind)].join("|"),
      },
    ],
  }),
};

let files: FakeFiles;
let pool: PagePool;

beforeEach(async () => {
  files = await createFakeFiles();
});
afterEach(async () => {
  await pool.close();
  await files.remove();
});

function requestFor(plan: FakePlan, name = "file"): ExtractRequest {
  return {
    filePath: files.write(name, plan),
    resultPath: `${files.folder}/${name}.json`,
    pipeline: recipe,
    pages: null,
    modelPath: null,
    overlayDir: null,
  };
}

function tools(workerCount: number, signal?: AbortSignal) {
  pool = createPagePool({ workerScript: FAKE_WORKER, workerCount, signal });
  const model = { name: "fake@0", knowsThaiDigits: false };
  return {
    pool,
    model,
    loadDictionaries: () =>
      ({ hash: "d", listedOffices: [] as Dictionaries["listedOffices"] }) as Dictionaries,
    dictionariesDir: null,
    version: "0.0.0",
  };
}

const echo = (extraction: Extraction): string | undefined =>
  extraction.remarks.find((remark) => remark.code === "echo")?.message;

describe("extractFile", () => {
  it("is the same, byte for byte, for any number of processes and any order of pages", async () => {
    const request = requestFor({ pageCount: 7, pageMs: 5, pages: { 3: "damaged", 5: "die-once" } });
    const written: string[] = [];
    for (const workerCount of [1, 3]) {
      written.push(await extractText(request, tools(workerCount)));
      await pool.close();
    }
    expect(written[1]).toBe(written[0]);
    expect(written[0]).toContain("fake.pdf|หน้า 1|หน้า 2|failed|หน้า 4");
  });

  it("keeps the place of a page that failed, with the reason", async () => {
    const { pages, remarks } = await extractValue(
      requestFor({ pageCount: 3, pages: { 2: "damaged" } }),
      tools(2),
    );
    expect(remarks.map((remark) => remark.code)).toContain("nothing-found");
    expect(pages.map((page) => page.kind)).toEqual(["text", "failed", "text"]);
    expect(pages[1]).toMatchObject({
      pageNumber: 2,
      method: null,
      remarks: [{ code: "page-damaged", severity: "error", pageNumber: 2 }],
    });
  });

  it("reads the pages asked for, and says that there are others", async () => {
    const request = { ...requestFor({ pageCount: 6 }), pages: (page: number) => page >= 5 };
    const extraction = await extractValue(request, tools(1));
    expect(echo(extraction)).toBe("fake.pdf|หน้า 5|หน้า 6");
    expect(extraction.source.pageCount).toBe(6);
    expect(extraction.remarks.map((remark) => remark.code)).toContain("pages-left-out");
  });

  it("refuses a file that has none of the pages asked for", async () => {
    const request = { ...requestFor({ pageCount: 1 }), pages: (page: number) => page > 1 };
    await expect(extractValue(request, tools(1))).rejects.toThrow(/has 1 page and none of those asked for/u);
  });

  it("tells what happens, with durations", async () => {
    const events: ExtractionEvent[] = [];
    const request = requestFor({ pageCount: 2, pages: { 2: "damaged" } });
    await extractText(request, tools(1), (event) => events.push(event));
    expect(events.map((event) => event.kind)).toEqual([
      "file-opened",
      "page-started",
      "page-started",
      "page-done",
      "page-failed",
      "file-done",
    ]);
    expect(events[3]).toMatchObject({ pageNumber: 1, stages: [{ stage: "read" }] });
  });
});

describe("extractFiles", () => {
  it("does the other files where one cannot be opened", async () => {
    const requests = [
      requestFor({ pageCount: 2 }, "a"),
      requestFor({ pageCount: 0, refuse: "Locked." }, "b"),
      requestFor({ pageCount: 1 }, "c"),
    ];
    const outcomes = new Map<ExtractRequest, FileOutcome>();
    const deliver = async (outcome: FileOutcome): Promise<void> =>
      void outcomes.set(outcome.request, outcome);
    const { signal } = new AbortController();
    await extractFiles(requests, tools(2), { atOnce: 2, signal, listen: () => undefined, deliver });
    expect(requests.map((request) => outcomes.get(request)?.kind)).toEqual([
      "extracted",
      "failed",
      "extracted",
    ]);
  });

  it("delivers nothing more once it is aborted", async () => {
    const controller = new AbortController();
    const requests = ["a", "b", "c"].map((name) => requestFor({ pageCount: 2, pageMs: 50 }, name));
    const delivered: FileOutcome[] = [];
    const deliver = async (outcome: FileOutcome): Promise<void> => {
      delivered.push(outcome);
      controller.abort(new Error("interrupted"));
    };
    const { signal } = controller;
    const run = { atOnce: 1, signal, listen: () => undefined, deliver };
    await expect(extractFiles(requests, tools(1, signal), run)).rejects.toThrow("interrupted");
    expect(delivered).toHaveLength(1);
  });
});
