import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDelimited } from "../../src/normalize/read-delimited.ts";

describe("readDelimited", () => {
  it("reads quoted cells with delimiters, line ends and quotes, and counts lines", () => {
    expect(readDelimited('\ufeffa,b\r\n"x, y","1\n2"\r\n\r\n"say ""no""",z', ",")).toEqual([
      { lineNumber: 1, cells: ["a", "b"] },
      { lineNumber: 2, cells: ["x, y", "1\n2"] },
      { lineNumber: 5, cells: ['say "no"', "z"] },
    ]);
  });

  it("takes a quote that is not closed for a character", () => {
    expect(readDelimited('"a\tb\nc\td', "\t").map((row) => row.cells)).toEqual([
      ['"a', "b"],
      ["c", "d"],
    ]);
  });

  it("gives back what was written", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ก", ",", '"', "\n", " ") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const text = rows
          .map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(","))
          .join("\n");
        expect(readDelimited(text, ",").map((row) => row.cells)).toEqual(rows);
      }),
    );
  });
});
