import { describe, expect, it } from "vitest";
import type { LineEngine } from "../../src/ocr/engine.ts";
import { keepEngine } from "../../src/run/kept-engine.ts";

function startFakes(): {
  readonly start: (modelPath: string | null) => Promise<LineEngine>;
  readonly started: (string | null)[];
  readonly closed: (string | null)[];
} {
  const started: (string | null)[] = [];
  const closed: (string | null)[] = [];
  const start = async (modelPath: string | null): Promise<LineEngine> => {
    started.push(modelPath);
    if (modelPath === "broken") throw new Error("no model");
    return {
      model: { name: String(modelPath), knowsThaiDigits: true },
      readLine: () => Promise.reject(new Error("not asked for")),
      readNumber: null,
      close: async () => void closed.push(modelPath),
    };
  };
  return { start, started, closed };
}

describe("keepEngine", () => {
  it("starts one engine for all files that are read with a model", async () => {
    const { start, started, closed } = startFakes();
    const engineOf = keepEngine(start);
    const [first, second] = await Promise.all([engineOf(null), engineOf(null)]);
    expect(second).toBe(first);
    expect(await engineOf(null)).toBe(first);
    expect(started).toEqual([null]);
    expect(closed).toEqual([]);
  });

  it("closes the engine of another model", async () => {
    const { start, started, closed } = startFakes();
    const engineOf = keepEngine(start);
    await engineOf(null);
    expect((await engineOf("other")).model.name).toBe("other");
    expect(started).toEqual([null, "other"]);
    expect(closed).toEqual([null]);
  });

  it("tries again what failed to start", async () => {
    const { start, started } = startFakes();
    const engineOf = keepEngine(start);
    await expect(engineOf("broken")).rejects.toThrow("no model");
    await expect(engineOf("broken")).rejects.toThrow("no model");
    expect(started).toEqual(["broken", "broken"]);
    expect((await engineOf(null)).model.name).toBe("null");
  });
});
