import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Breach } from "../judge/rules.ts";
import type { Engine } from "./run-extract.ts";

/** What is kept of a batch. */
export interface BatchRecord {
  readonly batch: number;
  readonly engine: Engine;
  readonly cases: readonly {
    readonly index: number;
    readonly kind: string;
    readonly seedName: string;
    readonly mutations: readonly string[];
    readonly outcome: string;
  }[];
  readonly breaches: readonly Breach[];
  readonly wallMs: number;
  readonly peakRssMiB: number;
}

/** A run's plan; a state of another plan is not gone on with. */
export interface Plan {
  readonly seed: string;
  readonly count: number;
  readonly engines: string;
}

export interface State {
  /** The batches that are done. */
  readonly records: readonly BatchRecord[];
  add(record: BatchRecord): void;
}

/**
 * Opens the state of a run, one line of JSON for each batch: a run that was ended goes on with the batch that it was at.
 *
 * @throws Error where the file is of a run with another seed or other engines
 */
export function openState(path: string, plan: Plan): State {
  mkdirSync(dirname(path), { recursive: true });
  const [head, ...lines] = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  if (head === undefined || head === "") appendFileSync(path, `${JSON.stringify(plan)}\n`);
  else {
    const before = JSON.parse(head) as Plan;
    if (before.seed !== plan.seed || before.engines !== plan.engines) {
      throw new Error(
        `${path} is of a run with seed ${before.seed} and ${before.engines}; name another --state.`,
      );
    }
    // What a killed run wrote last may be half a line, and the next record begins a new one.
    if (lines.at(-1) !== "") appendFileSync(path, "\n");
  }
  const records: BatchRecord[] = lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as BatchRecord];
    } catch {
      return [];
    }
  });
  return {
    records,
    add(record) {
      records.push(record);
      appendFileSync(path, `${JSON.stringify(record)}\n`);
    },
  };
}
