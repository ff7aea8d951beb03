import { greatest, least } from "../model/extremes.ts";
import { type EditCosts, encodeText, exchangeKey } from "./edit-costs.ts";
import type { Proposal } from "./find-phrase-changes.ts";
import { lettersAround } from "./letters-around.ts";
import type { TextRange, WordJudge } from "./word-judge.ts";

/** What was decided for one string that is no word. */
export interface Choice extends TextRange {
  readonly to: string;
  readonly rule: string;
  readonly score: number;
  readonly applied: boolean;
}

/** One mark lost or changed is always within reach, whatever the word's length. */
const CHEAP = 0.55;
/** Share of a longer phrase's weight. */
const MAX_APPLIED_SHARE = 0.16;
const MAX_APPLIED_COST = 2.2;
/** A word as short as this has many neighbours: only one mark may be wrong in it. */
const SHORT_WEIGHT = 3;
const MAX_SHORT_SHARE = 0.3;

/** How long a wording must be, and what share of it may be read otherwise, for doubt to speak for it. */
const LEAST_DOUBTED_WEIGHT = 4;
const MAX_DOUBTED_SHARE = 0.3;

/** A text of fewer words is likelier: ผู้รับการประเมิน than ผู้รับ|การ|ประ|เป็น, where only a mark has to be wrong for that. */
const WORD_COST = 0.25;
const REACH = 16;

/** By how much another reading of the same place must cost more, in consonants. */
const MIN_MARGIN = 0.2;
/** As much more another word may cost in place of a short one: the engine reads มี as ที nearly as often as ที่. */
const MIN_SHORT_MARGIN = 0.45;

/** A letter that a longer phrase explains as well counts for it, in consonants. */
const CONTEXT_BONUS = 0.02;

/**
 * The proposal that explains the text best, if it is clearly better than any that would make another text of it.
 * Proposals that come to the same text support each other: the cheapest speaks for all.
 *
 * @param text the compact text that the proposals change
 */
export function chooseProposal(
  text: string,
  proposals: readonly Proposal[],
  { words, costs }: { readonly words: WordJudge; readonly costs: EditCosts },
): Choice | null {
  const window = windowOf(text, proposals);
  const ranked = proposals
    .map((proposal) => ({
      proposal,
      rank:
        proposal.cost -
        CONTEXT_BONUS * proposal.weight +
        WORD_COST * countWords(text, window, proposal, words),
    }))
    .toSorted((a, b) => a.rank - b.rank);
  const [best] = ranked;
  if (best === undefined) return null;
  const { proposal } = best;
  const rival = ranked.find((other) => !isSameText(text, other.proposal, proposal));
  const margin = (rival?.rank ?? Infinity) - best.rank;
  const cost = decisiveCost(proposal);
  const share = cost / proposal.weight;
  const isCheap =
    proposal.weight <= SHORT_WEIGHT
      ? proposal.slips === 1 && share <= MAX_SHORT_SHARE && cost <= CHEAP
      : cost <= CHEAP || (share <= MAX_APPLIED_SHARE && cost <= MAX_APPLIED_COST);
  return {
    start: proposal.start,
    end: proposal.end,
    to: proposal.to,
    rule: proposal.rule,
    score: Math.max(0, 1 - share),
    applied:
      isCheap &&
      margin >= MIN_MARGIN &&
      !(proposal.weight <= SHORT_WEIGHT && mayBeOtherWord(text, proposal, words, costs)) &&
      !isCheaperAsOtherWords(text, window, proposal, words, costs),
  };
}

/**
 * What decides: a doubtful symbol speaks neither against a wording nor for it, so that doubt makes one cheaper only
 * where enough of it was read without.
 */
function decisiveCost({ cost, plainCost, weight }: Proposal): number {
  const isMostlyRead = weight >= LEAST_DOUBTED_WEIGHT && plainCost <= MAX_DOUBTED_SHARE * weight;
  return isMostlyRead ? cost : Math.max(cost, plainCost);
}

/** What all proposals change, with the Thai letters around it. */
function windowOf(text: string, proposals: readonly Proposal[]): TextRange {
  const start = least(
    proposals.map((proposal) => proposal.start),
    text.length,
  );
  const end = greatest(
    proposals.map((proposal) => proposal.end),
    0,
  );
  return lettersAround(text, { start, end }, REACH);
}

function countWords(text: string, window: TextRange, { start, end, to }: Proposal, words: WordJudge): number {
  return words.cover(text.slice(window.start, start) + to + text.slice(end, window.end)).words.length;
}

/** Whether one letter read for another makes a different word of it about as easily: ที is ที่, or มี. */
function mayBeOtherWord(
  text: string,
  { start, end, to, plainCost }: Proposal,
  words: WordJudge,
  costs: EditCosts,
): boolean {
  const read = text.slice(start, end);
  const codes = encodeText(read);
  return Array.from(codes).some((code, index) =>
    LETTERS.some((letter, at) => {
      if (costs.exchange[exchangeKey(code, LETTER_CODES[at]!)]! > plainCost + MIN_SHORT_MARGIN) return false;
      const other = read.slice(0, index) + letter + read.slice(index + 1);
      return other !== read && other !== to && words.isWord(other);
    }),
  );
}

/**
 * Whether one letter changed, lost or invented makes words of the place more cheaply than the proposal does, and no more of
 * them: ถูภดำเนินการ is ถูกดำเนินการ, which no dictionary lists, and not ถูการดำเนินการ.
 */
function isCheaperAsOtherWords(
  text: string,
  window: TextRange,
  { start, end, to, plainCost }: Proposal,
  words: WordJudge,
  costs: EditCosts,
): boolean {
  const limit = plainCost - MIN_MARGIN;
  const around = text.slice(window.start, window.end);
  const made = words.cover(text.slice(window.start, start) + to + text.slice(end, window.end));
  const isAsGood = (other: string): boolean => {
    const cover = words.cover(other);
    return cover.unknown <= made.unknown && cover.words.length <= made.words.length;
  };
  const read = encodeText(around);
  return words.unknownRanges(around).some((unknown) => {
    if (unknown.end + window.start <= start || unknown.start + window.start >= end) return false;
    for (let index = unknown.start; index < unknown.end; index++) {
      const [before, after] = [around.slice(0, index), around.slice(index + 1)];
      if (costs.extra[read[index]!]! <= limit && isAsGood(before + after)) return true;
      for (const [at, letter] of LETTERS.entries()) {
        const code = LETTER_CODES[at]!;
        if (code === read[index]) continue;
        if (costs.exchange[exchangeKey(read[index]!, code)]! <= limit && isAsGood(before + letter + after))
          return true;
        if (costs.missing[code]! <= limit && isAsGood(before + around[index] + letter + after)) return true;
      }
    }
    return false;
  });
}

const LETTERS = Array.from("กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะาำัิีึืุูเแโใไ่้๊๋์็");
const LETTER_CODES = encodeText(LETTERS.join(""));

function isSameText(text: string, a: Proposal, b: Proposal): boolean {
  const start = Math.min(a.start, b.start);
  const end = Math.max(a.end, b.end);
  const made = ({ start: from, end: to, to: wording }: Proposal): string =>
    text.slice(start, from) + wording + text.slice(to, end);
  return made(a) === made(b);
}
