import type { Repair } from "../model/evidence.ts";
import type { CompactText } from "./compact-text.ts";
import { diffToRepairs } from "./diff-to-repairs.ts";

/** A change of a text as it was read: the UTF-16 units `start` to `end` become `to`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly to: string;
  readonly rule: string;
  /** 0..1 */
  readonly score: number;
  /** False for a suggestion. */
  readonly applied: boolean;
}

export type ChangeGrounds = Pick<TextChange, "rule" | "score" | "applied">;

/**
 * The changes that make the characters `start` to `end` of a compact text into `to`: each the smallest run of
 * clusters that differs. White space between the clusters stays where it is.
 */
export function changesOf(
  { text, offsets }: CompactText,
  start: number,
  end: number,
  to: string,
  grounds: ChangeGrounds,
): TextChange[] {
  // As suggestions they keep the offsets of the text as it was read.
  return diffToRepairs(text.slice(start, end), to, grounds.rule, grounds.score, false).map((repair) => {
    const first = start + repair.start;
    const last = first + repair.from.length;
    // What is inserted goes behind the letter before it, not behind the white space that may follow.
    const insertAt = first === 0 ? 0 : offsets[first - 1]! + 1;
    return repair.from === ""
      ? { ...grounds, start: insertAt, end: insertAt, to: repair.to }
      : { ...grounds, start: offsets[first]!, end: offsets[last - 1]! + 1, to: repair.to };
  });
}

/** The changes as repairs of `observed`, in its order. None may overlap another. */
export function changesToRepairs(observed: string, changes: readonly TextChange[]): Repair[] {
  let shift = 0;
  return changes
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, to, rule, score, applied }) => {
      const repair = {
        from: observed.slice(start, end),
        to,
        start: start + shift,
        rule,
        score: Math.round(score * 1000) / 1000,
        applied,
      };
      // A suggestion leaves the text as it is, so what follows it has not moved.
      if (applied) shift += to.length - (end - start);
      return repair;
    });
}

/** Whether two changes touch the same characters; two insertions at one place do. */
export function overlaps(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  return a.start < b.end && b.start < a.end ? true : a.start === b.start && a.end === b.end;
}
