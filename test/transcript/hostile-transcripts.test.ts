import { describe, expect, it } from "vitest";
import { readTranscript } from "../../src/transcript/read-transcript.ts";
import { TRANSCRIPT_LIMITS, TranscriptLimitError } from "../../src/transcript/transcript-limits.ts";

const rows = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join("\n");

/** Texts of some hundred kilobytes that once took minutes, gigabytes, or the whole stack. */
const HOSTILE: Readonly<Record<string, string>> = {
  "a first line of many cells above short ones": `${"a\t".repeat(900)}\n${rows(9_000, (i) => `${i}\tx`)}`,
  "blocks whose first cell begins with a quote": rows(20_000, (i) => `"x\ty${i}\n`),
  "a quoted cell that swallows its tab": `${rows(2_000, (i) => `"a\tb${i}\n""x`)}"`,
  "rows parted by lines without a tab": rows(20_000, (i) => `"x\ty${i}\nplain`),
  "a header that comes again and again": rows(20_000, () => "ก\tข\tค\n1\t2\t3"),
  "a long list": rows(100_000, (i) => `${i}\tจัดซื้อวัสดุ\t${i * 7}`),
  "cells over many columns": `<table>${rows(2_000, () => "<tr><td colspan=200>x</td></tr>")}</table>`,
  "cells over many rows": `<table>${rows(2_000, () => "<tr><td rowspan=200>x</td></tr>")}</table>`,
  "one cell full of list items": `a\tb\n1\t${"1) ก (ข ".repeat(100_000)}`,
  "one cell full of line breaks": `a\tb\n1\t${"ก<br>".repeat(100_000)}`,
  "one cell full of spaces": `a\tb\n1\tx${" ".repeat(900_000)}y`,
  "paragraphs above a table": `${rows(50_000, (i) => `รายงาน ${i}\n`)}\na\tb\nc\td`,
  "one paragraph": rows(200_000, (i) => `บรรทัดที่ ${i}`),
  "a comment that says page many times": `<!--${"page".repeat(100_000)}`,
  "a page number without end": `--- page ${"1".repeat(300_000)}a`,
  "tables one after another": rows(5_000, () => "<table><tr><td>a<td>b</table>"),
};

describe("a transcript that nobody would write", () => {
  it.each(Object.entries(HOSTILE))(
    "is read in the time of its length: %s",
    { timeout: 30_000 },
    (_, text) => {
      expect(readTranscript(text).pages.length).toBeGreaterThan(0);
    },
  );

  it.each([
    ["columns", "a\t".repeat(TRANSCRIPT_LIMITS.columns + 1)],
    ["columns", `<table>${`<tr>${"<td colspan=200>x".repeat(6)}`.repeat(3)}</table>`],
    ["places", `${"a\t".repeat(900)}\n${rows(20_000, (i) => `${i}\tx`)}`],
    ["htmlDepth", `<table><tr><td>${"<div>".repeat(50_000)}`],
    ["htmlDepth", rows(50_000, () => "<table><tr><td>")],
    ["attributes", `<table ${rows(20_000, (i) => `a${i}`)}>`],
    ["cellCharacters", `a\t${"ก".repeat(TRANSCRIPT_LIMITS.cellCharacters + 1)}`],
    ["pages", "x\f".repeat(TRANSCRIPT_LIMITS.pages + 1)],
    ["rows", rows(TRANSCRIPT_LIMITS.rows + 1, () => "a\tb")],
  ] as const)(
    "is refused by name where it is more than the limit on %s",
    { timeout: 30_000 },
    (limit, text) => {
      let refusal: unknown = null;
      try {
        readTranscript(text);
      } catch (error) {
        refusal = error;
      }
      expect(refusal).toBeInstanceOf(TranscriptLimitError);
      expect((refusal as TranscriptLimitError).limit).toBe(limit);
      expect((refusal as Error).message).toMatch(/^has .* at most [\d,]+ can be read\. \S.*\.$/u);
    },
  );

  it("says nothing of a place that a text could not have written: letters stand evenly in their line", () => {
    const [line] = readTranscript("ก ข").pages[0]!.lines;
    expect(line!.symbols.map(({ text }) => text).join("")).toBe("ก ข");
    expect({ ...line! }.symbols).toEqual(line!.symbols);
  });
});
