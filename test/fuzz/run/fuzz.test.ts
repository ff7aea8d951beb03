import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCase } from "../../../fuzz/run/fuzz-case.ts";
import { BATCH_SIZE, engineOf, fuzz, type FuzzPlan } from "../../../fuzz/run/fuzz.ts";
import type { RunSettings } from "../../../fuzz/run/run-extract.ts";
import { openState } from "../../../fuzz/run/state.ts";
import { listSeeds } from "../../../fuzz/seeds/list-seeds.ts";
import type { Seed } from "../../../fuzz/seeds/seed.ts";

let folder: string;
let seeds: readonly Seed[];
let settings: RunSettings;
let plan: FuzzPlan;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "raingan-fuzz-test-"));
  seeds = await listSeeds();
  settings = {
    workFolder: folder,
    pageTimeoutSeconds: 60,
    batchTimeoutMs: 600_000,
    peakRssLimitMiB: 2_048,
  };
  plan = {
    seed: "tested",
    count: BATCH_SIZE * 2 + 8,
    engines: "recorded",
    statePath: join(folder, "state.jsonl"),
    endMs: Infinity,
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("fuzz", () => {
  it("breaks no rule with forty spoilt files, and goes on where it was ended", async () => {
    const lines: string[] = [];
    const records = await fuzz(plan, seeds, settings, (line) => lines.push(line));
    expect(records.flatMap(({ breaches }) => breaches)).toEqual([]);
    expect(records.flatMap(({ cases }) => cases.map(({ index }) => index))).toHaveLength(plan.count);
    expect(lines).toHaveLength(3);

    // Killed while it wrote the last record: that batch is done again, the others are not.
    const [head, first, second] = readFileSync(plan.statePath, "utf8").split("\n");
    rmSync(plan.statePath);
    appendFileSync(plan.statePath, `${head}\n${first}\n${second}\n{"batch":2,"eng`);
    const told: string[] = [];
    const resumed = await fuzz(plan, seeds, settings, (line) => told.push(line));
    expect(told).toHaveLength(1);
    expect(resumed.map(({ batch }) => batch)).toEqual([0, 1, 2]);
    expect(openState(plan.statePath, plan).records).toHaveLength(3);
  }, 240_000);

  it("does not go on with the state of another seed", () => {
    const path = join(folder, "other.jsonl");
    openState(path, { seed: "a", count: 1, engines: "recorded" });
    expect(() => openState(path, { seed: "b", count: 1, engines: "recorded" })).toThrow(/another --state/u);
  });

  it("has the real recognizer in one batch of five", () => {
    const batches = Array.from({ length: 10 }, (_, batch) => engineOf(batch, "both"));
    expect(batches.filter((engine) => engine === "real")).toHaveLength(2);
  });
});

describe("makeCase", () => {
  it("makes the same file of seed and index, and others of others", () => {
    const bytes = (seed: string, index: number): string =>
      makeCase(seed, index, seeds).bytes.toString("base64");
    for (let index = 0; index < 50; index += 1) expect(bytes("s", index)).toBe(bytes("s", index));
    const all = Array.from({ length: 50 }, (_, index) => bytes("s", index));
    expect(new Set(all).size).toBeGreaterThan(45);
    expect(bytes("t", 0)).not.toBe(bytes("s", 0));
  });
});
