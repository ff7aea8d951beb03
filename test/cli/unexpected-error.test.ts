import { describe, expect, it } from "vitest";
import { describeError } from "../../src/cli/describe-error.ts";
import { describeUnexpected, framesOf } from "../../src/cli/unexpected-error.ts";

describe("describeUnexpected", () => {
  it("says in one short line what and where, without a stack", () => {
    const text = describeUnexpected(new TypeError(`no\n  such ${"thing ".repeat(100)}`));
    expect(text).toMatch(/^TypeError at unexpected-error\.test\.ts:\d+, no such thing .{1,200}…$/u);
    expect(text.length).toBeLessThan(300);
  });
  it("says what the system refused in words", () => {
    const error = Object.assign(new Error("ENOSPC: no space"), {
      code: "ENOSPC",
      syscall: "write",
      path: "/x",
    });
    expect(describeUnexpected(error)).toBe("the disk is full (ENOSPC), /x");
    expect(describeError(error)).toMatchObject({ code: "system" });
    expect(describeUnexpected("odd")).toBe("odd");
  });
});

describe("framesOf", () => {
  it("gives where it happened, and nothing of the message, which may quote what was read", () => {
    const error = new Error("secret\n    at (not a place)\nsecret");
    const frames = framesOf(error);
    expect(frames[0]).toContain("unexpected-error.test.ts");
    expect(frames.join("\n")).not.toContain("secret");
  });
});
