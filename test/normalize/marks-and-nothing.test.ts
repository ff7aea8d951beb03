import { describe, expect, test } from "vitest";
import { isNothing } from "../../src/normalize/is-nothing.ts";
import { readMark } from "../../src/normalize/read-mark.ts";

describe("isNothing", () => {
  test.each(["", " ", "-", "–", "—", "- -", "--", ".", "_", "\n-\n", "…"])("%j", (text) => {
    expect(isNothing(text)).toBe(true);
  });
  test.each(["0", "๐", "/", "-๑", "ไม่มี", "ก"])("not %j", (text) => {
    expect(isNothing(text)).toBe(false);
  });
});

describe("readMark", () => {
  test.each(["/", " / ", "✓", "✔", "√", "x", "X", "×"])("mark: %j", (text) => {
    expect(readMark(text)).toBe("mark");
  });
  test.each([
    ["-", "dash"],
    ["--", "dash"],
    ["–", "dash"],
    ["", "empty"],
    [" \n", "empty"],
    [".", "empty"],
    ["//", "other"],
    ["/ -", "other"],
    ["1", "other"],
    ["|", "other"],
  ])("%j is %s", (text, reading) => {
    expect(readMark(text)).toBe(reading);
  });
});
