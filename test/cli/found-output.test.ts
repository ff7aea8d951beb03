import { describe, expect, it } from "vitest";
import { refuseOutput, refusePictures } from "../../src/cli/found-output.ts";
import type { Claim } from "../../src/cli/found-output.ts";

const claim: Claim = { sha256: "a", inputs: new Set(["1:2"]), mayReplace: false };
const source = (sha256: string) => ({ fileName: "scan.pdf", sha256 });

describe("refuseOutput", () => {
  it("lets a result take the place of nothing and of an older one of the same file", () => {
    expect(refuseOutput("o.json", { kind: "nothing" }, claim)).toBeNull();
    expect(refuseOutput("o.json", { kind: "file", identity: "1:1", source: source("a") }, claim)).toBeNull();
  });
  it("refuses everything else, but what may be replaced", () => {
    for (const found of [source("b"), null]) {
      const file = { kind: "file", identity: "1:1", source: found } as const;
      expect(refuseOutput("o.json", file, claim)?.code).toBe("output-exists");
      expect(refuseOutput("o.json", file, { ...claim, sha256: null })?.code).toBe("output-exists");
      expect(refuseOutput("o.json", file, { ...claim, mayReplace: true })).toBeNull();
    }
    expect(refuseOutput("o.json", { kind: "folder" }, { ...claim, mayReplace: true })).not.toBeNull();
  });
  it("refuses a file that is to be read, come what may", () => {
    const input = { kind: "file", identity: "1:2", source: source("a") } as const;
    expect(refuseOutput("o.json", input, { ...claim, mayReplace: true })?.code).toBe("output-is-input");
  });
});

describe("refusePictures", () => {
  const pages = (...pairs: readonly (readonly [string, string | null])[]) =>
    ({ kind: "pictures", pages: pairs.map(([identity, sha256]) => ({ identity, sha256 })) }) as const;
  it("lets pictures take the place of older ones of the same file only", () => {
    expect(refusePictures("o", pages(), claim)).toBeNull();
    expect(refusePictures("o", pages(["1:1", "a"]), claim)).toBeNull();
    expect(refusePictures("o", pages(["1:1", "a"], ["1:3", null]), claim)?.code).toBe("output-exists");
    expect(refusePictures("o", pages(["1:1", null]), { ...claim, sha256: null })?.code).toBe("output-exists");
    expect(refusePictures("o", pages(["1:3", null]), { ...claim, mayReplace: true })).toBeNull();
    const input = refusePictures("o", pages(["1:2", "a"]), { ...claim, mayReplace: true });
    expect(input?.code).toBe("output-is-input");
  });
});
