import { describe, expect, it } from "vitest";
import { SOURCE_HEAD_BYTES, readSource } from "../../src/cli/read-source.ts";

const head = (name: string, fileName: string): string =>
  JSON.stringify(
    {
      schemaVersion: "1.0",
      producer: { name, version: "1", model: "m", dictionaries: "d" },
      source: { fileName, sha256: "abc", pageCount: 3 },
      pages: [],
    },
    null,
    2,
  );

describe("readSource", () => {
  it("finds the source in the beginning of a result, whatever its file is called", () => {
    for (const fileName of ["รายงาน.pdf", '"}{\\.pdf', "a\nb.pdf"]) {
      const text = `${head("raingan", fileName).slice(0, -1)},`;
      expect(readSource(text)).toEqual({ fileName, sha256: "abc" });
    }
  });
  it("takes nothing else for a result", () => {
    expect(readSource(head("another", "a.pdf"))).toBeNull();
    expect(readSource("")).toBeNull();
    expect(readSource('{"documents": []}')).toBeNull();
    expect(readSource(head("raingan", "a.pdf").slice(0, 150))).toBeNull();
    expect(readSource(`{"schemaVersion": "${"\\".repeat(SOURCE_HEAD_BYTES)}`)).toBeNull();
  });
});
