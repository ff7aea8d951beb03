import { describe, expect, it } from "vitest";
import { printable, printableLines } from "../../src/cli/printable.ts";

describe("printable", () => {
  it("shows what would do something to the terminal, and leaves all letters alone", () => {
    expect(printable("a\u001b]0;title\u0007b\nerror: c\r\u009b2J")).toBe(
      String.raw`a\x1b]0;title\x07b\nerror: c\r\x9b2J`,
    );
    expect(printable("\u202egpj.exe\u2066\u2028")).toBe(String.raw`\u202egpj.exe\u2066\u2028`);
    expect(printable("\ud800x")).toBe(String.raw`\ud800x`);
    for (const text of ["รายงานผลฯ ที่ ๑/๒๕๖๖ ก\u200bข", "é 😀 ’"]) expect(printable(text)).toBe(text);
  });
});

describe("printableLines", () => {
  it("keeps lines and tabs", () => {
    expect(printableLines("a\tb\n\u001b[31m")).toBe("a\tb\n\\x1b[31m");
  });
});
