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
