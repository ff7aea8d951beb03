import type { Breach } from "../judge/rules.ts";
import type { Outcome } from "../judge/judge-extract.ts";
import type { Seed } from "../seeds/seed.ts";
import { isExtracted, type FuzzCase } from "./fuzz-case.ts";
import type { Variant } from "./variants.ts";
import { runCommands } from "./run-commands.ts";
import type { Engine, Extractor, ExtractRun, RunSettings } from "./run-extract.ts";

/** What a batch came to: with breaches only where they showed again with the file alone, or with no file alone. */
export interface BatchResult {
  readonly outcomes: readonly Outcome[];
  readonly breaches: readonly Breach[];
  readonly wallMs: number;
  readonly peakRssMiB: number;
}

export interface BatchTools {
  readonly extractor: Extractor;
  readonly seeds: readonly Seed[];
  readonly settings: RunSettings;
}

/** Runs cases together and, where a rule did not hold, one by one to find which of them it was. */
export async function fuzzBatch(
  cases: readonly FuzzCase[],
  engine: Engine,
  variant: Variant,
  tools: BatchTools,
): Promise<BatchResult> {
  const scans = cases.filter(({ kind }) => isExtracted(kind));
  const others = cases.filter(({ kind }) => !isExtracted(kind));
  const groups: readonly (readonly [
    readonly FuzzCase[],
    (some: readonly FuzzCase[]) => Promise<ExtractRun>,
  ])[] = [
    [scans, (some) => tools.extractor.run(some, engine, variant)],
    [others, (some) => runCommands(some, tools.seeds, tools.settings)],
  ];
  const results: BatchResult[] = [];
  for (const [group, run] of groups) if (group.length > 0) results.push(await runAndSearch(group, run));
  return {
    outcomes: results.flatMap(({ outcomes }) => outcomes),
    breaches: results.flatMap(({ breaches }) => breaches),
    wallMs: results.reduce((sum, { wallMs }) => sum + wallMs, 0),
    peakRssMiB: results.reduce((most, { peakRssMiB }) => Math.max(most, peakRssMiB), 0),
  };
}

async function runAndSearch(
  cases: readonly FuzzCase[],
  run: (cases: readonly FuzzCase[]) => Promise<ExtractRun>,
): Promise<BatchResult> {
  const together = await run(cases);
  const { outcomes, watched } = together;
  const result = { outcomes, wallMs: watched.wallMs, peakRssMiB: watched.peakRssMiB };
  if (together.breaches.length === 0 || cases.length === 1) {
    // Whatever shows when a file is alone is the file's.
    const breaches = together.breaches.map((entry) => ({ ...entry, index: entry.index ?? cases[0]!.index }));
    return { ...result, breaches };
  }
  const named = new Set(together.breaches.map(({ index }) => index));
  const suspects = named.has(null) ? cases : cases.filter(({ index }) => named.has(index));
  const alone: Breach[] = [];
  for (const suspect of suspects) alone.push(...(await runAndSearch([suspect], run)).breaches);
  const found = new Set(alone.map(({ rule }) => rule));
  // What no file does alone is told of all the same.
  const onlyTogether = together.breaches.filter(({ rule }) => !found.has(rule));
  const marked = onlyTogether.map((entry) => ({ ...entry, detail: `only together: ${entry.detail}` }));
  return { ...result, breaches: [...alone, ...marked] };
}
