import { describe, expect, it } from "vitest";
import { outputNames } from "../../src/cli/output-names.ts";
import { fileLabels } from "../../src/cli/shortest-unique.ts";

describe("outputNames", () => {
  it("takes the file's own name where it is the only one", () => {
    expect(outputNames(["/a/รายงาน.pdf", "/a/two.tar.pdf", "/b/three"])).toEqual([
      "รายงาน",
      "two.tar",
      "three",
    ]);
  });
  it("puts as many folders in front as it takes to tell namesakes apart, and leaves the others alone", () => {
    expect(outputNames(["/x/a/scan.pdf", "/x/b/scan.pdf", "/x/c/other.pdf"])).toEqual([
      "a-scan",
      "b-scan",
      "other",
    ]);
    expect(outputNames(["/x/1/2566/scan.pdf", "/x/2/2566/scan.pdf"])).toEqual(["1-2566-scan", "2-2566-scan"]);
  });
  it("keeps the ending of namesakes in one folder", () => {
    const names = outputNames(["/a/scan.pdf", "/a/scan.png"]);
    expect(names).toEqual(["a-scan.pdf", "a-scan.png"]);
  });
  it("tells names apart that a file system may hold for one", () => {
    const names = outputNames(["/a/Scan.pdf", "/b/scan.pdf"]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(2);
  });
  it("does not make a new name that another file has already", () => {
    const names = outputNames(["/a/scan.pdf", "/b/scan.pdf", "/c/a-scan.pdf"]);
    expect(new Set(names).size).toBe(3);
  });
  it("tells apart what folders and dashes make the same, in whatever order", () => {
    const paths = ["/x/2566-a/scan.pdf", "/x/2566/a/scan.pdf", "/x-2566/a/scan.pdf", "/y/a/scan.pdf"];
    const names = outputNames(paths);
    expect(new Set(names).size).toBe(4);
    expect(outputNames(paths.toReversed())).toEqual(names.toReversed());
    const nameless = outputNames([
      "/x-a/scan.pdf",
      "/x/a-scan.pdf",
      "/x/a/scan.pdf",
      "/a/scan.pdf",
      "/scan.pdf",
    ]);
    expect(new Set(nameless).size).toBe(5);
  });
  it("tells apart what differs only in how accents are stored", () => {
    const names = outputNames(["/a/caf\u00e9.pdf", "/a/cafe\u0301.pdf"]);
    expect(new Set(names.map((name) => name.normalize("NFC"))).size).toBe(2);
  });
  it("cuts names that are too long with their ending, between Thai letters, and keeps them apart", () => {
    const long = "ที่".repeat(28); // 252 bytes
    const names = outputNames([`/a/${long}.pdf`, `/a/${long.slice(0, -3)}.pdf`, `/a/${"a".repeat(247)}.pdf`]);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(Buffer.byteLength(`${name}-overlay`)).toBeLessThanOrEqual(255);
    expect(names[0]).toMatch(/^(?:ที่)+-[0-9a-f]{10}$/u);
    expect(names[2]).toBe("a".repeat(247));
    expect(outputNames([`/b/${long}.pdf`])[0]).toBe(names[0]);
  });
  it("gives no name that Windows keeps for a device", () => {
    expect(outputNames(["/a/CON.pdf", "/a/nul.2.pdf", "/a/com1", "/a/console.pdf"])).toEqual([
      "CON_",
      "nul_.2",
      "com1_",
      "console",
    ]);
  });
  it("ends at the root", () => {
    expect(new Set(outputNames(["/scan.pdf", "/scan.png", "/a/scan.pdf"])).size).toBe(3);
  });
});

describe("fileLabels", () => {
  it("names folders only where names are shared", () => {
    const labels = fileLabels(["/x/a/scan.pdf", "/x/b/scan.pdf", "/x/c/other.pdf"]);
    expect([...labels.values()]).toEqual(["a/scan.pdf", "b/scan.pdf", "other.pdf"]);
  });
});
