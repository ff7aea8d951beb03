import { describe, expect, it } from "vitest";
import {
  createPlainReporter,
  createQuietReporter,
  joinReporters,
  withLabels,
} from "../../src/cli/reporter.ts";
import type { FileReport, Reporter } from "../../src/cli/reporter.ts";

const done: FileReport = { filePath: "/a/scan.pdf", level: "info", code: null, message: "3 records" };
const bad: FileReport = {
  filePath: "/b/scan.pdf",
  level: "error",
  code: "x",
  message: "scan.pdf is empty. Scan again.",
};

function lines(create: (write: (line: string) => void) => Reporter): readonly string[] {
  const written: string[] = [];
  const labels = new Map([
    ["/a/scan.pdf", "a/scan.pdf"],
    ["/b/scan.pdf", "b/scan.pdf"],
  ]);
  const reporter = withLabels(
    create((line) => written.push(line)),
    labels,
  );
  reporter.listen({
    kind: "page-failed",
    filePath: "/a/scan.pdf",
    pageNumber: 2,
    code: "c",
    message: "Torn.",
    wallMs: 1,
  });
  reporter.report(done);
  reporter.report(bad);
  return written;
}

describe("reporters", () => {
  it("name files as a person knows them, once", () => {
    expect(lines(createPlainReporter)).toEqual([
      "a/scan.pdf: page 2 failed: Torn.",
      "a/scan.pdf: 3 records",
      "error: b/scan.pdf is empty. Scan again.",
    ]);
  });
  it("can say nothing but failures", () => {
    expect(lines(createQuietReporter)).toEqual(["error: b/scan.pdf is empty. Scan again."]);
  });
  it("can be told the same", () => {
    const twice = lines((write) => joinReporters([createQuietReporter(write), createQuietReporter(write)]));
    expect(twice).toHaveLength(2);
  });
});
