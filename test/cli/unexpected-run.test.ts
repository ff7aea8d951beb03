import { afterEach, describe, expect, it, vi } from "vitest";
import { runHere } from "../support/run-raingan.ts";

vi.mock("../../src/cli/doctor-command.ts", () => ({
  doctorCommand: async () => {
    throw new RangeError("too \u001b[31m\nmuch");
  },
}));
afterEach(() => vi.unstubAllEnvs());

describe("an error that nobody expected", () => {
  it("is one line that says how to report it", async () => {
    const { code, stderr } = await runHere("doctor");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^error: raingan [\d.]+ failed unexpectedly \(RangeError at unexpected-run\.test\.ts:\d+, too .*much\)\. Please report .*\n$/u,
    );
    expect(stderr).not.toContain("\u001b");
  });
  it("comes with where it happened for those who ask", async () => {
    vi.stubEnv("RAINGAN_DEBUG", "1");
    const { stderr } = await runHere("doctor");
    expect(stderr.split("\n").length).toBeGreaterThan(3);
    expect(stderr).toMatch(/^ {4}at .*unexpected-run/mu);
  });
});
