/** The ways of calling `extract` that batches take turns with. `DICTIONARIES` stands for a folder of good ones. */
const WAYS: readonly (readonly string[])[] = [
  ["--pipeline", "hr-policy-report"],
  ["--pipeline", "ruled-table"],
  ["--pipeline", "hr-policy-report", "--no-repair"],
  ["--pipeline", "ruled-table", "--overlay"],
  ["--pipeline", "hr-policy-report", "--dictionaries", "DICTIONARIES"],
];

/** What is shown on standard error: the log, a line for what did not end well, or a line for each step. */
export type Telling = "log" | "quiet" | "plain";
const TELLINGS: readonly Telling[] = ["log", "quiet", "plain"];

export interface Variant {
  readonly options: readonly string[];
  readonly telling: Telling;
}

export function variantOf(batch: number): Variant {
  return { options: WAYS[batch % WAYS.length]!, telling: TELLINGS[batch % TELLINGS.length]! };
}
