import { describe, expect, it } from "vitest";
import { advance, noProgress, timeLeftMs } from "../../src/cli/progress.ts";
import type { Progress } from "../../src/cli/progress.ts";
import { formatDuration, renderProgress } from "../../src/cli/render-progress.ts";
import type { ExtractionEvent } from "../../src/run/extraction-event.ts";

const filePath = "scan.pdf";
const opened: ExtractionEvent = { kind: "file-opened", filePath, pageNumbers: [1, 2, 3, 4] };
const started = (pageNumber: number): ExtractionEvent => ({ kind: "page-started", filePath, pageNumber });
const done = (pageNumber: number): ExtractionEvent => ({
  kind: "page-done",
  filePath,
  pageNumber,
  pageKind: "table",
  wallMs: 1000,
  stages: [],
  rssMiB: 100,
});

function after(fileCount: number, ...events: readonly (readonly [ExtractionEvent, number])[]): Progress {
  let progress = noProgress(fileCount);
  for (const [event, nowMs] of events) progress = advance(progress, event, nowMs);
  return progress;
}

describe("renderProgress", () => {
  it("says page n of m, what is done to which page, and the time left", () => {
    const stage: ExtractionEvent = { kind: "page-stage", filePath, pageNumber: 3, stage: "layout" };
    const progress = after(
      1,
      [opened, 0],
      [started(1), 1000],
      [started(2), 1000],
      [done(1), 3000],
      [started(3), 3000],
      [stage, 3000],
    );
    expect(renderProgress(progress, 3000, 120)).toBe(
      "█████░░░░░░░░░░░░░░░ page 2 of 4 · about 6 s left · page 2: open · page 3: find table",
    );
  });
  it("names the files where there are several", () => {
    const progress = after(2, [opened, 0], [started(1), 0]);
    expect(renderProgress(progress, 0)).toContain("file 1 of 2, page 1 of 4 · scan.pdf page 1: open");
  });
  it("stays on one line, and cuts no Thai letter from its marks", () => {
    const longName: ExtractionEvent = { kind: "page-started", filePath: "ที่ที่ที่ที่ที่.pdf", pageNumber: 1 };
    const progress = after(2, [opened, 0], [longName, 0]);
    expect(renderProgress(progress, 0, 52)).toMatch(/page 1 of 4 · ที่ที่…$/u);
  });
  it("counts the time down between two pages", () => {
    const progress = after(1, [opened, 0], [started(1), 0], [done(1), 4000]);
    expect([4000, 9000, 30_000].map((nowMs) => timeLeftMs(progress, nowMs))).toEqual([12_000, 7000, 0]);
  });
  it("promises no time before the first page is done", () => {
    expect(renderProgress(after(1, [opened, 0], [started(1), 0]), 900)).not.toContain("left");
    expect(renderProgress(noProgress(1), 0)).toBe("Opening the file");
  });
  it("counts a page that failed as done, and forgets a page that was begun twice", () => {
    const failed: ExtractionEvent = {
      kind: "page-failed",
      filePath,
      pageNumber: 1,
      code: "x",
      message: "",
      wallMs: 1,
    };
    const progress = after(1, [opened, 0], [started(1), 0], [started(1), 5], [failed, 10]);
    expect(progress.pagesDone).toBe(1);
    expect(progress.underWay.size).toBe(0);
    expect(timeLeftMs(progress, 10)).toBe(30);
  });
});

describe("formatDuration", () => {
  it("rounds up and goes to minutes and hours", () => {
    expect([400, 59_000, 61_000, 7_500_000].map(formatDuration)).toEqual([
      "1 s",
      "59 s",
      "1 min 1 s",
      "2 h 5 min",
    ]);
  });
});
