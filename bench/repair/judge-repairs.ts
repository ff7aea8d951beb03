import { editDistance } from "../../src/evaluate/edit-distance.ts";
import { foldText } from "../../src/evaluate/fold-text.ts";
import type { Evidence, Repair } from "../../src/model/evidence.ts";
import { applyRepairs } from "../../src/repair/apply-repairs.ts";

/** How many repairs of a text brought it nearer to the truth, and how many did not. */
export interface RepairVerdict {
  readonly right: number;
  readonly wrong: number;
  /** The wrong ones, for a person. */
  readonly examples: readonly string[];
}

/**
 * Judges each decision by what it does to the distance from `truth`: neighbouring repairs of one rule and score were
 * decided together. White space alone is no matter.
 */
export function judgeRepairs(truth: string | null, { observed, repairs }: Evidence): RepairVerdict {
  const decisions: Repair[][] = [];
  for (const repair of repairs.filter(({ applied }) => applied)) {
    const last = decisions.at(-1)?.at(-1);
    if (last?.rule === repair.rule && last.score === repair.score && repair.start - last.start < NEAR) {
      decisions.at(-1)!.push(repair);
    } else decisions.push([repair]);
  }
  if (observed === null || decisions.length === 0) return { right: 0, wrong: 0, examples: [] };
  const expected = foldText(truth);
  const distance = (text: string): number => editDistance(expected, foldText(text));
  let [right, wrong] = [0, 0];
  const examples: string[] = [];
  let text = observed;
  let before = distance(text);
  for (const decision of decisions) {
    const next = applyRepairs(text, decision);
    const after = distance(next);
    const isSpaceOnly = decision.every(({ from, to }) => (from + to).trim() === "");
    if (after < before || isSpaceOnly) right += 1;
    else {
      wrong += 1;
      const { start, from, to, rule } = decision[0]!;
      const place = text.slice(Math.max(0, start - 12), start);
      const behind = text.slice(start + from.length, start + from.length + 12);
      examples.push(`${place}[${from} -> ${to}]${behind} ${rule}`);
    }
    [text, before] = [next, after];
  }
  return { right, wrong, examples };
}

/** Two changes of one decision stand no farther apart, in UTF-16 units. */
const NEAR = 24;
