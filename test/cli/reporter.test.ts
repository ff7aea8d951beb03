import { describe, expect, it, vi } from "vitest";
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
  it("let no name do anything to the terminal", () => {
    const written: string[] = [];
    const name = "a\u001b]0;x\u0007\nerror: b.pdf";
    for (const create of [createPlainReporter, createQuietReporter]) {
      const reporter = create((line) => written.push(line));
      reporter.listen({ kind: "file-opened", filePath: name, pageNumbers: [1] });
      reporter.report({ ...bad, filePath: name, message: `is like ${name}` });
      reporter.warn(name);
    }
    expect(written).toHaveLength(5);
    expect(written.join("")).not.toMatch(/\p{Cc}/u);
  });
  it("show where something went wrong inside only to those who ask", () => {
    const failed = { ...bad, frames: ["at f (a.ts:1:2)"] };
    const told = (): readonly string[] => {
      const written: string[] = [];
      createQuietReporter((line) => written.push(line)).report(failed);
      return written;
    };
    expect(told()).toEqual([expect.not.stringContaining("a.ts")]);
    vi.stubEnv("RAINGAN_DEBUG", "1");
    expect(told()).toEqual([expect.stringContaining("a.ts:1:2")]);
    vi.unstubAllEnvs();
  });
  it("can say nothing but failures", () => {
    expect(lines(createQuietReporter)).toEqual(["error: b/scan.pdf is empty. Scan again."]);
  });
  it("can be told the same", () => {
    const twice = lines((write) => joinReporters([createQuietReporter(write), createQuietReporter(write)]));
    expect(twice).toHaveLength(2);
  });
});
