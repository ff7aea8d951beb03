import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Seed } from "../seeds/seed.ts";
import { fuzzBatch, type BatchResult, type BatchTools } from "./fuzz-batch.ts";
import { casePrefix, makeCase, type FuzzCase } from "./fuzz-case.ts";
import { createExtractor, type Engine, type RunSettings } from "./run-extract.ts";
import { openState, type BatchRecord } from "./state.ts";
import { variantOf } from "./variants.ts";

export type Engines = Engine | "both";

export interface FuzzPlan {
  readonly seed: string;
  readonly count: number;
  readonly engines: Engines;
  readonly statePath: string;
  /** No batch begins after this time of `performance.now()`. */
  readonly endMs: number;
}

/** Few enough that the one that did it is soon found, many enough that starting the program costs little. */
export const BATCH_SIZE = 16;
/** Of so many batches one has the real recognizer. */
const REAL_ONCE_IN = 5;

export function engineOf(batch: number, engines: Engines): Engine {
  if (engines !== "both") return engines;
  return batch % REAL_ONCE_IN === REAL_ONCE_IN - 1 ? "real" : "recorded";
}

/** Runs the batches of a plan that are not done yet; gives the records of all that are then. */
export async function fuzz(
  plan: FuzzPlan,
  seeds: readonly Seed[],
  settings: RunSettings,
  tell: (line: string) => void,
): Promise<readonly BatchRecord[]> {
  const { seed, count, engines } = plan;
  const state = openState(plan.statePath, { seed, count, engines });
  const done = new Set(state.records.map(({ batch }) => batch));
  const tools = { extractor: createExtractor(seeds, settings), seeds, settings };
  for (let batch = 0; batch * BATCH_SIZE < count; batch += 1) {
    if (done.has(batch)) continue;
    if (performance.now() > plan.endMs) break;
    const first = batch * BATCH_SIZE;
    const size = Math.min(BATCH_SIZE, count - first);
    const cases = Array.from({ length: size }, (_, at) => makeCase(seed, first + at, seeds));
    const engine = engineOf(batch, engines);
    const result = await fuzzBatch(cases, engine, variantOf(batch), tools);
    keepBroken(cases, result, engine, batch, plan, settings);
    state.add(recordOf(cases, result, engine, batch));
    tell(progressLine(state.records, count, result));
  }
  return state.records;
}

/** Runs one case of a plan alone, in the way that its batch was run. */
export function fuzzAlone(entry: FuzzCase, engines: Engines, tools: BatchTools): Promise<BatchResult> {
  const batch = Math.floor(entry.index / BATCH_SIZE);
  return fuzzBatch([entry], engineOf(batch, engines), variantOf(batch), tools);
}

function recordOf(
  cases: readonly FuzzCase[],
  { outcomes, breaches, wallMs, peakRssMiB }: BatchResult,
  engine: Engine,
  batch: number,
): BatchRecord {
  return {
    batch,
    engine,
    cases: cases.map(({ index, kind, seedName, mutations }) => ({
      index,
      kind,
      seedName,
      mutations,
      outcome: outcomes.find((entry) => entry.index === index)?.outcome ?? "none",
    })),
    breaches,
    wallMs: Math.round(wallMs),
    peakRssMiB,
  };
}

/** The file of each broken rule with what was broken; of what only happens together, all files of the batch. */
function keepBroken(
  cases: readonly FuzzCase[],
  { breaches }: BatchResult,
  engine: Engine,
  batch: number,
  { seed }: FuzzPlan,
  { workFolder }: RunSettings,
): void {
  const isTogether = breaches.some(({ index }) => index === null);
  for (const { index, kind, seedName, mutations, fileName, bytes } of cases) {
    const own = breaches.filter((entry) => entry.index === index || entry.index === null);
    if (own.length === 0) continue;
    const folder = join(workFolder, "broken", isTogether ? `batch-${batch}` : "alone");
    mkdirSync(folder, { recursive: true });
    const stem = fileName.startsWith(casePrefix(index)) ? fileName : `${casePrefix(index)}${fileName}`;
    writeFileSync(join(folder, stem), bytes);
    const about = {
      case: `${seed}:${index}`,
      kind,
      seedName,
      mutations,
      engine,
      variant: variantOf(batch),
      breaches: own,
    };
    writeFileSync(join(folder, `${casePrefix(index)}breaches.json`), `${JSON.stringify(about, null, 2)}\n`);
  }
}

function progressLine(records: readonly BatchRecord[], count: number, last: BatchResult): string {
  const done = records.reduce((sum, { cases }) => sum + cases.length, 0);
  const broken = records.reduce((sum, { breaches }) => sum + breaches.length, 0);
  const news = last.breaches.map(
    ({ rule, index, detail }) => `\n  ${index ?? "?"}: ${rule}: ${detail.split("\n")[0]}`,
  );
  return (
    `${done} of ${count} files, ${broken} breaches; last batch ${(last.wallMs / 1000).toFixed(1)} s, ` +
    `${last.peakRssMiB} MiB${news.join("")}`
  );
}
