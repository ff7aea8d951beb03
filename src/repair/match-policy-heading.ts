import { alignTexts, densestCost } from "./align-texts.ts";
import { foldForComparison } from "./compact-text.ts";
import { encodeText, weightOf } from "./edit-costs.ts";
import type { PolicyHeadingIndex, PolicyHeadingSpelling } from "./policy-heading-index.ts";
import { splitPolicyHeading } from "./split-policy-heading.ts";
import { encodedDistance } from "./thai-distance.ts";

/** A spelling that was considered for a heading. */
export interface PolicyHeadingCandidate {
  readonly title: string;
  readonly id: string;
  /** 1 - weighted distance: 1 is the same wording (white space aside). */
  readonly score: number;
}

/** The known wording that a heading was meant to be. */
export interface PolicyHeadingMatch extends PolicyHeadingCandidate {
  /** Score above the next other wording's. */
  readonly margin: number;
  /** Whether the heading ends in `(ต่อ)`. */
  readonly isContinuation: boolean;
}

/**
 * The end of a title that Fuse gets to see: titles begin alike and end differently, a pattern above 32
 * characters is cut up and matches in pieces, and 20 found all that 32 found in half the time.
 */
const SEARCHED_CHARACTERS = 20;

/** How many of Fuse's proposals are looked at; there are about a dozen wordings of one policy. */
const MAX_CANDIDATES = 40;

/** Half of a text that weighs so much more than any wording is in none of them: rows of prose need not be searched for. */
const MAX_WEIGHT_RATIO = 2;

/** Titles read with 15 % wrong letters stay above it (49 of 50); most unknown wordings stay below. */
const MIN_SCORE = 0.75;

/** The two nearest wordings of the list are 0.057 apart (ด้าน in a title of 58 characters). */
const MIN_MARGIN = 0.015;

/**
 * Three whole consonants wrong within six characters are another word. Each wording taken out of the list was then
 * held for another one in 4 of 118 cases, all of the same policy; without this limit in 78.
 */
const MAX_DENSEST_COST = 3;

/**
 * The known policy heading that `observed` was printed as, or null where none is near enough or two wordings are
 * equally near: then the heading stays as read.
 *
 * A leading number and a closing `(ต่อ)` do not take part. The title returned is that of the nearest wording,
 * which may be any variant of its policy.
 *
 * @param observed the heading as read, any white space
 */
export function matchPolicyHeading(
  observed: string,
  headings: PolicyHeadingIndex,
): PolicyHeadingMatch | null {
  const { title, isContinuation } = splitPolicyHeading(observed);
  const ranked = rankSpellings(title, headings);
  const [best] = ranked;
  if (best === undefined || best.score < MIN_SCORE) return null;
  // Wordings that differ by a space alone are one wording here; the nearer in spaces comes first.
  const rival = ranked.find(({ spelling }) => spelling.folded !== best.spelling.folded);
  const margin = best.score - (rival?.score ?? 0);
  if (best.score < 1) {
    if (margin < MIN_MARGIN) return null;
    const steps = alignTexts(encodeText(foldForComparison(title)), best.spelling.codes, headings.costs);
    if (densestCost(steps) > MAX_DENSEST_COST) return null;
  }
  return { title: best.spelling.title, id: best.spelling.id, score: best.score, margin, isContinuation };
}

/** Every wording that was considered for `observed`, best first: for suggestions and for explaining a decision. */
export function considerPolicyHeadings(
  observed: string,
  headings: PolicyHeadingIndex,
): PolicyHeadingCandidate[] {
  const { title } = splitPolicyHeading(observed);
  return rankSpellings(title, headings).map(({ spelling, score }) => ({
    title: spelling.title,
    id: spelling.id,
    score,
  }));
}

function rankSpellings(
  title: string,
  { fuse, greatestWeight, costs }: PolicyHeadingIndex,
): { spelling: PolicyHeadingSpelling; score: number; spaceDifference: number }[] {
  const folded = foldForComparison(title);
  if (folded === "") return [];
  const codes = encodeText(folded);
  if (weightOf(codes, costs.extra) > MAX_WEIGHT_RATIO * greatestWeight) return [];
  const spaces = countSpaces(title);
  return fuse
    .search(folded.slice(-SEARCHED_CHARACTERS), { limit: MAX_CANDIDATES })
    .map(({ item }) => ({
      spelling: item,
      score: 1 - encodedDistance(codes, item.codes, costs),
      spaceDifference: Math.abs(countSpaces(item.title) - spaces),
    }))
    .toSorted((a, b) => b.score - a.score || a.spaceDifference - b.spaceDifference);
}

function countSpaces(text: string): number {
  return text.trim().match(/\s+/gu)?.length ?? 0;
}
