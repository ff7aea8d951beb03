/** What must hold whatever a file holds; `docs/reliability.md` has the same words. */
export type Rule =
  /** No process dies or throws what nobody expected. */
  | "no-crash"
  /** Every page, file and command ends within its time. */
  | "no-hang"
  /** No process needs more memory than its limit. */
  | "memory"
  /** Each file ends with one report of one line that a clerk can read. */
  | "one-line"
  /** What is written is valid against the contract, and there if and only if the report says so. */
  | "valid-output"
  /** Good files beside bad ones come out as if they were alone. */
  | "neighbours"
  /** The exit code says what the help says of it. */
  | "exit-code"
  /** Nothing is left in the working folder, the results' folder or the folder for temporary files. */
  | "nothing-left"
  /** No process outlives the program. */
  | "no-process-left"
  /** Inputs are as they were. */
  | "inputs-kept";

/** A rule that did not hold. */
export interface Breach {
  readonly rule: Rule;
  /** The case, or null where it can be any of the batch. */
  readonly index: number | null;
  readonly detail: string;
}

const MOST_DETAIL_CHARACTERS = 600;

export function breach(rule: Rule, index: number | null, detail: string): Breach {
  return { rule, index, detail: detail.slice(0, MOST_DETAIL_CHARACTERS) };
}
