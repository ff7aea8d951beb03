import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readOwnEntries } from "../../../src/repair/own/read-own-entries.ts";
import { readOwnFolder } from "../../../src/repair/own/read-own-folder.ts";
import { loadExpectedReport } from "../../support/expected-report.ts";
import { findGarbled } from "../../../src/repair/own/find-garbled.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "raingan-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const PHRASES = "phrase\nจัดทำแผนพัฒนาบุคลากร\nดำเนินการแล้วเสร็จ\n";

function problemsOf(name: string, bytes: Buffer): readonly string[] {
  writeFileSync(join(folder, name), bytes);
  return readOwnEntries(readOwnFolder(folder)).problems.map(
    ({ file, lineNumber, message }) => `${file}:${lineNumber}: ${message}`,
  );
}

/** What UTF-8 becomes when it is read in a code page of one byte a letter, which lacks some of them, and saved again. */
const savedTwice = (text: string, encoding: string): Buffer =>
  Buffer.from(new TextDecoder(encoding).decode(Buffer.from(text)).replaceAll(/[\u0080-\u009f]/gu, "?"));

describe("a folder of own dictionaries", () => {
  it("is read in UTF-8 and UTF-16 without a problem", () => {
    expect(problemsOf("phrases.csv", Buffer.from(PHRASES))).toEqual([]);
    expect(problemsOf("phrases.csv", Buffer.from(`\ufeff${PHRASES}`, "utf16le"))).toEqual([]);
  });

  it.each([
    ["saved twice through the Thai code page", savedTwice(PHRASES, "windows-874"), 2],
    ["saved twice through the western code page", savedTwice(PHRASES, "windows-1252"), 2],
    ["with a spoilt byte", Buffer.from(`${PHRASES.slice(0, -3)}\u0000ย\n`), 3],
  ])("says which line of a file is %s", (_, bytes, line) => {
    expect(problemsOf("phrases.csv", bytes)[0]).toMatch(
      new RegExp(`^phrases\\.csv:${line}: .*UTF-8\\.$`, "u"),
    );
  });

  it("says of what is no text, and of a folder with a file's name, that it is none", () => {
    expect(problemsOf("phrases.csv", Buffer.from([0xff, 0x00, 0x80, 0x01, 0x02, 0x03]))[0]).toContain(
      "no text",
    );
    rmSync(join(folder, "phrases.csv"));
    mkdirSync(join(folder, "offices.csv"));
    expect(readOwnEntries(readOwnFolder(folder)).problems[0]?.message).toContain("is a folder");
  });
});

it("finds nothing garbled in a report", () => {
  expect(findGarbled(JSON.stringify(loadExpectedReport("phaising-2566"), null, 1))).toBeNull();
  expect(findGarbled("เธอ เน้น เนื้อเนียน เนินเธียร")).toBeNull();
});
