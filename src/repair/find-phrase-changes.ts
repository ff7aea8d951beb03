import { type AlignedStep, alignTexts, longestOneSidedRun } from "./align-texts.ts";
import { stepsCost, type TextDoubt } from "./doubt-costs.ts";
import { type EditCosts, encodeText } from "./edit-costs.ts";
import { editRow } from "./edit-row.ts";
import { startOf } from "./find-approximate.ts";
import { lettersAround } from "./letters-around.ts";
import { pairsOf, type PhraseIndex, type PhraseSpelling, skeletonOf } from "./phrase-index.ts";
import type { TextRange, WordJudge } from "./word-judge.ts";

/** One way to read a stretch of compact text: its characters `start` to `end` were printed as `to`. */
export interface Proposal extends TextRange {
  readonly to: string;
  /** By its letters, and by how sure the engine was of them. */
  readonly cost: number;
  /** By its letters alone. */
  readonly plainCost: number;
  /** What losing all of `to` would cost. */
  readonly weight: number;
  /** Places where it differs from what was read. */
  readonly slips: number;
  readonly rule: string;
}

export interface PhraseTools {
  readonly phrases: PhraseIndex;
  readonly words: WordJudge;
  readonly costs: EditCosts;
}

/** How far a phrase may reach from the string that is no word. */
const REACH = 26;

/** Characters beside the string that is no word that may be wrong too: what is left of them may look like words. */
const NEAR = 3;

/** Share of a phrase's pairs of letters that the text around must have. */
const SHARED_PAIRS = 0.5;

/** Nothing dearer is looked at, whatever the length. */
const MAX_SHARE = 0.34;
const MAX_COST = 3;

/**
 * The wordings that may stand where `unknown` is read, a string that is no word. A wording fits only if with it in
 * its place words cover the text there.
 *
 * @param text compact text with closed characters masked; nothing reaches over them
 */
export function proposePhrases(
  text: string,
  unknown: TextRange,
  tools: PhraseTools,
  doubt: TextDoubt | null = null,
): Proposal[] {
  const { words, costs } = tools;
  const window = lettersAround(text, unknown, REACH);
  const around = text.slice(window.start, window.end);
  const codes = encodeText(around);
  const proposals: Proposal[] = [];
  for (const phrase of candidatesFor(
    around,
    unknown.start - window.start,
    unknown.end - window.start,
    tools,
  )) {
    const found = bestMatch(codes, phrase, unknown.start - window.start, unknown.end - window.start, costs);
    if (found === null) continue;
    const start = window.start + found.start;
    const end = window.start + found.end;
    const proposal = {
      start,
      end,
      to: phrase.folded,
      cost: stepsCost(found.steps, start, doubt),
      plainCost: found.cost,
      slips: found.steps.filter(({ cost }) => cost > 0).length,
      weight: phrase.weight,
      rule: phrase.rule,
    };
    const [before, after] = [text.slice(window.start, start), text.slice(end, window.end)];
    const read = text.slice(start, end);
    if (isCovered(before, read, phrase.folded, after, words)) proposals.push(proposal);
  }
  return proposals;
}

/** Spellings that share letters with the window, marks aside; those of one or two letters where those stand. */
function candidatesFor(
  around: string,
  start: number,
  end: number,
  { phrases }: PhraseTools,
): PhraseSpelling[] {
  const { byPair, counts } = phrases.pairs;
  const shared = new Map<number, number>();
  for (const pair of pairsOf(skeletonOf(around))) {
    for (const index of byPair.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  const near = skeletonOf(around.slice(Math.max(0, start - 2), end + 2));
  return phrases.spellings.filter((spelling, index) => {
    const pairs = counts[index]!;
    // One wrong letter breaks two pairs: a short word has none left.
    if (pairs <= 3) return Array.from(skeletonOf(spelling.folded)).some((letter) => near.includes(letter));
    return (shared.get(index) ?? 0) >= SHARED_PAIRS * pairs;
  });
}

interface PhraseMatch extends TextRange {
  readonly cost: number;
  readonly steps: readonly AlignedStep[];
}

function bestMatch(
  codes: Uint8Array,
  phrase: PhraseSpelling,
  from: number,
  to: number,
  costs: EditCosts,
): PhraseMatch | null {
  const limit = Math.min(MAX_COST, MAX_SHARE * phrase.weight);
  const row = editRow(codes, phrase.codes, costs, true);
  let best: PhraseMatch | null = null;
  const exactEnds: number[] = [];
  for (let end = from + 1; end < row.length; end++) {
    const cost = row[end]!;
    if (cost === 0) exactEnds.push(end);
    if (cost > limit || cost === 0 || (best !== null && cost >= best.cost)) continue;
    if (end < to) continue;
    // It has to explain the unknown string as a whole, if need be dearer: of นนกงาน, พนักงาน without its first letter is less.
    const start = Math.min(from, startOf(codes, phrase.codes, end, costs));
    const steps = alignTexts(codes.subarray(start, end), phrase.codes, costs);
    // What is only read, before or behind the wording, is no part of it: it belongs to a neighbour.
    const slips = steps.filter((step) => step.cost > 0);
    // Words beside it are no slips because a wording has others: บุคลากรมีส่วน is not บุคลา การมีส่วน.
    const isNear = (step: AlignedStep): boolean =>
      start + step.observedEnd >= from - NEAR && start + step.observedStart <= to + NEAR;
    if (!slips.every(isNear)) continue;
    if (isExtra(steps[0]) || isExtra(steps.at(-1)) || longestOneSidedRun(steps) > 2) continue;
    const whole = steps.reduce((sum, step) => sum + step.cost, 0);
    if (whole > limit || (best !== null && whole >= best.cost)) continue;
    best = { start, end, cost: whole, steps };
  }
  if (best === null) return null;
  const { start, end } = best;
  // Where the wording stands as it should, a letter of it must not be put in once more.
  const standsThere = exactEnds.some((exact) => exact > start && exact - phrase.codes.length < end);
  return standsThere ? null : best;
}

function isExtra(step: AlignedStep | undefined): boolean {
  return step === undefined || step.truthStart === step.truthEnd;
}

/**
 * Whether words cover `wording` and its borders between what stands before and behind it, and as much of those as
 * they did beside what was read: a wording must not take a letter from its neighbour (บุคลา|การศึกษา).
 */
export function isCovered(
  before: string,
  read: string,
  wording: string,
  after: string,
  words: WordJudge,
): boolean {
  const unknownBeside = (middle: string): number | null => {
    const [left, right] = [before.length, before.length + middle.length];
    let count = 0;
    for (const { start, end } of words.unknownRanges(before + middle + after)) {
      if (middle === wording && end >= left && start <= right) return null;
      count += Math.max(0, Math.min(end, left) - start) + Math.max(0, end - Math.max(start, right));
    }
    return count;
  };
  const now = unknownBeside(wording);
  return now !== null && now <= (unknownBeside(read) ?? 0);
}
