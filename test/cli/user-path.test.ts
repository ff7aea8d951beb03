import { afterEach, describe, expect, it, vi } from "vitest";
import { userPath } from "../../src/cli/user-path.ts";
import { packageRoot } from "../../src/run/default-model-path.ts";

afterEach(() => vi.unstubAllEnvs());

describe("userPath", () => {
  it("starts where the user stands when npm has changed into the package", () => {
    vi.spyOn(process, "cwd").mockReturnValue(packageRoot());
    vi.stubEnv("INIT_CWD", "/home/user/scans");
    expect(userPath("a.pdf")).toBe("/home/user/scans/a.pdf");
    expect(userPath("/x/a.pdf")).toBe("/x/a.pdf");
  });
  it("starts in the working folder when another package's script has called", () => {
    vi.spyOn(process, "cwd").mockReturnValue("/home/user/project");
    vi.stubEnv("INIT_CWD", "/home/user/project/scans");
    expect(userPath("a.pdf")).toBe("/home/user/project/a.pdf");
  });
});
