import { foldText } from "../../src/evaluate/fold-text.ts";
import { listEdits } from "../../src/evaluate/list-edits.ts";

/** What a set of lines came to. */
export interface LineScores {
  readonly lines: number;
  /** Character errors without spaces, as a share of the expected characters. */
  readonly characterErrors: number;
  /** Share of the lines without any error. */
  readonly exactLines: number;
  /** Share of the digits that were read right; `null` where there are none. */
  readonly thaiDigits: number | null;
  readonly arabicDigits: number | null;
  /** The commonest slips, as `expected→read` with their number; nothing is `∅`. */
  readonly confusions: readonly (readonly [string, number])[];
}

export interface ReadLinePair {
  readonly expected: string;
  readonly read: string;
}

const DIGITS = { thai: /^[๐-๙]$/u, arabic: /^[0-9]$/ } as const;

class DigitCount {
  readonly #pattern: RegExp;
  #all = 0;
  #wrong = 0;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
  }

  add(expected: readonly string[], edited: readonly string[]): void {
    this.#all += expected.filter((character) => this.#pattern.test(character)).length;
    this.#wrong += edited.filter((character) => this.#pattern.test(character)).length;
  }

  share(): number | null {
    return this.#all > 0 ? 1 - this.#wrong / this.#all : null;
  }
}

/** Compares readings with what stands on the lines, as the contract does: SARA AM composed, no white space. */
export function scoreLines(lines: readonly ReadLinePair[]): LineScores {
  let [errors, characters, exact] = [0, 0, 0];
  const [thai, arabic] = [new DigitCount(DIGITS.thai), new DigitCount(DIGITS.arabic)];
  const slips = new Map<string, number>();
  for (const line of lines) {
    const expected = foldText(line.expected);
    const edits = listEdits(expected, foldText(line.read));
    errors += edits.length;
    characters += expected.length;
    if (edits.length === 0) exact += 1;
    const edited = edits.map((edit) => edit.expected);
    thai.add(expected, edited);
    arabic.add(expected, edited);
    for (const edit of edits) {
      const slip = `${edit.expected || "∅"}→${edit.found || "∅"}`;
      slips.set(slip, (slips.get(slip) ?? 0) + 1);
    }
  }
  return {
    lines: lines.length,
    characterErrors: errors / characters,
    exactLines: exact / lines.length,
    thaiDigits: thai.share(),
    arabicDigits: arabic.share(),
    confusions: [...slips].toSorted((a, b) => b[1] - a[1]).slice(0, 25),
  };
}
