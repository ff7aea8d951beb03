import type { OwnProblem } from "./own-row.ts";

/** An office's own dictionaries cannot be used as they are; `problems` says where and why, by file and line. */
export class OwnDictionaryError extends Error {
  override readonly name = "OwnDictionaryError";
  readonly problems: readonly OwnProblem[];

  constructor(found: readonly OwnProblem[]) {
    const problems = found.toSorted(
      (a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)) || a.lineNumber - b.lineNumber,
    );
    super(problems.map(({ file, lineNumber, message }) => `${file}:${lineNumber}: ${message}`).join("\n"));
    this.problems = problems;
  }
}
