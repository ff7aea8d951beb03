import { describe, expect, it } from "vitest";
import { advance, countFile, noProgress, timeLeftMs } from "../../src/cli/progress.ts";
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
    expect(renderProgress(progress, 0, 120)).toContain(
      "file 1 of 2, page 1 of about 8 · scan.pdf page 1: open",
    );
  });
  it("stays on one line, and cuts no Thai letter from its marks", () => {
    const longName: ExtractionEvent = { kind: "page-started", filePath: "ที่ที่ที่ที่ที่.pdf", pageNumber: 1 };
    const progress = after(2, [opened, 0], [longName, 0]);
    expect(renderProgress(progress, 0, 58)).toMatch(/page 1 of about 8 · ที่ที่…$/u);
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

/** A run of files one after the other, each with so many pages, a second for each page. */
function* runOf(pageCounts: readonly number[]): Generator<readonly [Progress, number]> {
  let progress = noProgress(pageCounts.length);
  let nowMs = 0;
  for (const [file, count] of pageCounts.entries()) {
    const name = `${file}.pdf`;
    const pageNumbers = Array.from({ length: count }, (_, index) => index + 1);
    progress = advance(progress, { kind: "file-opened", filePath: name, pageNumbers }, nowMs);
    yield [progress, nowMs];
    for (const pageNumber of pageNumbers) {
      progress = advance(progress, { kind: "page-started", filePath: name, pageNumber }, nowMs);
      yield [progress, nowMs];
      nowMs += 1000;
      progress = advance(progress, { ...done(pageNumber), filePath: name }, nowMs);
      yield [progress, nowMs];
    }
    progress = countFile(progress, name);
    yield [progress, nowMs];
  }
}

const barOf = (progress: Progress, nowMs: number): number =>
  renderProgress(progress, nowMs, 200).split("█").length - 1;

describe("several files", () => {
  it.each([[[3, 3, 3, 3]], [[1, 50, 2, 40]], [[50, 1, 1, 1, 1, 1, 1]], [[1, 1, 1, 1, 1, 1, 60]]])(
    "of %j pages never let the bar go back, and fill it in the end",
    (pageCounts) => {
      let last = 0;
      for (const [progress, nowMs] of runOf(pageCounts)) {
        expect(barOf(progress, nowMs)).toBeGreaterThanOrEqual(last);
        last = barOf(progress, nowMs);
      }
      expect(last).toBe(20);
    },
  );
  it("of the same length never let the time left grow, and hide it until there is ground for it", () => {
    let last = Infinity;
    for (const [progress, nowMs] of runOf(Array.from({ length: 12 }, () => 10))) {
      const left = timeLeftMs(progress, nowMs);
      if (progress.pagesOpen.size < 5) expect(left).toBeNull();
      if (left === null) continue;
      expect(left).toBeLessThanOrEqual(last);
      last = left;
    }
    expect(last).toBe(0);
  });
  it("count pages of files that are not opened yet, and none of files that cannot be", () => {
    const progress = advance(noProgress(3), opened, 0);
    expect(renderProgress(progress, 0, 200)).toContain("page 1 of about 12");
    const refused = countFile(countFile(progress, "a.pdf"), "b.pdf");
    expect(renderProgress(refused, 0, 200)).toContain("page 1 of 4");
  });
  it("are done with their end where nobody told of their pages", () => {
    const progress = countFile(advance(noProgress(2), opened, 0), filePath);
    expect(progress.pagesDone).toBe(4);
    expect(barOf(progress, 0)).toBe(10);
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
