import { greatest } from "../model/extremes.ts";
import type { PixelRect } from "../model/box.ts";
import type { InkPiece } from "../model/line.ts";
import type { BodyBand } from "./find-body-bands.ts";

/** Lower vowels begin, and end, at most this far below the consonant, in body heights. */
const BELOW_REACH = 0.45;
const BELOW_DEPTH = 0.58;
/** ุ and ู are wider than this, mai ek is not, in body heights; a bar under a letter is the next line's. */
const BAR_WIDTH = 0.2;
const BAR_BELOW_PENALTY = 0.2;
/** A vowel stands at most this far above the consonant, a tone mark above its vowel, in body heights. */
const ABOVE_REACH = 0.75;
/** ุ and ู keep this distance from their consonant in most fonts, in body heights; a tone mark that far below one is chance. */
const USUAL_GAP_LOWEST = 0.05;
const USUAL_GAP_HIGHEST = 0.16;
const USUAL_GAP_BONUS = 0.15;
const HOOK = 0.4;
const CUT_GAP = 0.12;
/** A mark standing flush on a wide mark, nearly touching it, is a tone mark on its vowel: it needs no body. */
const ON_VOWEL_BONUS = 0.15;
const ON_VOWEL_GAP = 0.2;
/** Marks may stick out beside the letter that bears them, in body heights. */
const SIDE_SLACK = 0.3;
/** Two marks can be stacked on a letter: a vowel and a tone mark. */
const HIGHEST_LEVEL = 2;

/**
 * Gives each mark (a piece with line -1 in `lineOf`) to the line of the letter that bears it; changes `lineOf`.
 *
 * Between two lines set solid, lower vowels of the upper one and tone marks of the lower one stand at the
 * same height. What tells them apart is the nearest bearer: a lower vowel hangs close under a consonant; an
 * upper mark stands on a consonant or on another upper mark. The closest pairs are settled first.
 */
export function attachMarks(
  pieces: readonly InkPiece[],
  lineOf: number[],
  bands: readonly BodyBand[],
  bodyHeightPx: number,
): void {
  const levelOf: number[] = lineOf.map((line) => (line >= 0 ? 0 : -1));
  const open = lineOf.flatMap((line, index) => (line < 0 ? [index] : []));
  // Ink cut off under a letter begins below the baseline; its depth counts from the baseline all the same.
  const baselineOf = (index: number): number => bands[lineOf[index]!]?.bottom ?? pieces[index]!.rect.bottom;
  const bearersOf = findBearers(pieces, baselineOf, bodyHeightPx);
  const bearers = new Map(open.map((mark) => [mark, bearersOf(mark)]));
  // Which marks may stand on a mark: where one has found its line, nothing changes but for these.
  const borneBy = new Map<number, number[]>();
  for (const [mark, possible] of bearers)
    for (const { index } of possible)
      if (bearers.has(index)) borneBy.set(index, [...(borneBy.get(index) ?? []), mark]);
  const choiceOf = new Map<number, Choice>();
  const choose = (mark: number): void => {
    const possible = bearers.get(mark)!.filter((bearer) => mayBear(bearer, lineOf, levelOf));
    const nearest = minimumBy(possible, (bearer) => bearer.distance);
    const settled = minimumBy(
      possible.filter((bearer) => lineOf[bearer.index]! >= 0),
      (bearer) => bearer.distance,
    );
    choiceOf.set(mark, { settled, isNearest: nearest === settled });
  };
  for (const mark of open) choose(mark);
  while (open.length > 0) {
    let best: { at: number; bearer: Bearer } | null = null;
    let fallback: { at: number; bearer: Bearer } | null = null;
    for (let at = 0; at < open.length; at++) {
      const { settled, isNearest } = choiceOf.get(open[at]!)!;
      if (settled === null) continue;
      // A mark whose nearest bearer is itself undecided waits for it: a tone mark for its vowel.
      if (isNearest && (best === null || settled.distance < best.bearer.distance))
        best = { at, bearer: settled };
      if (fallback === null || settled.distance < fallback.bearer.distance)
        fallback = { at, bearer: settled };
    }
    const next = best ?? fallback;
    if (next === null) break;
    const [mark] = open.splice(next.at, 1) as [number];
    lineOf[mark] = lineOf[next.bearer.index]!;
    levelOf[mark] = next.bearer.side === "above" ? levelOf[next.bearer.index]! + 1 : HIGHEST_LEVEL;
    for (const other of borneBy.get(mark) ?? []) if (lineOf[other]! < 0) choose(other);
  }
  // Dust, and full stops or quotation marks that stand free, go to the nearest line.
  for (const mark of open) lineOf[mark] = nearestBand(pieces[mark]!.rect, bands, bodyHeightPx);
}

interface Bearer {
  readonly index: number;
  /** Where the mark is, seen from its bearer. */
  readonly side: "above" | "below";
  /** Vertical gap plus a share of the sideways shift, in pixels. */
  readonly distance: number;
}

/** What a mark that has no line yet would stand on. */
interface Choice {
  /** The nearest of its bearers that have a line. */
  readonly settled: Bearer | null;
  /** Whether none without a line is nearer. */
  readonly isNearest: boolean;
}

/** Nothing hangs below a mark, and no third mark stands on two. */
function mayBear(bearer: Bearer, lineOf: readonly number[], levelOf: readonly number[]): boolean {
  const settled = lineOf[bearer.index]! >= 0;
  if (bearer.side === "below") return settled && levelOf[bearer.index] === 0;
  return !settled || levelOf[bearer.index]! < HIGHEST_LEVEL;
}

function minimumBy<T>(items: readonly T[], measure: (item: T) => number): T | null {
  let best: T | null = null;
  for (const item of items) if (best === null || measure(item) < measure(best)) best = item;
  return best;
}

/** Says of a mark which pieces may bear it, from left to right. */
function findBearers(
  pieces: readonly InkPiece[],
  baselineOf: (index: number) => number,
  bodyHeightPx: number,
): (mark: number) => Bearer[] {
  const byLeft = pieces
    .map((_, index) => index)
    .toSorted((a, b) => pieces[a]!.rect.left - pieces[b]!.rect.left);
  const lefts = Int32Array.from(byLeft, (index) => pieces[index]!.rect.left);
  const widest = greatest(
    pieces.map(({ rect }) => rect.right - rect.left),
    0,
  );
  const slack = bodyHeightPx * SIDE_SLACK;
  return (mark) => {
    // No piece that begins further left reaches as far as the mark.
    const from = firstFrom(lefts, pieces[mark]!.rect.left - slack - widest);
    return bearersAmong(mark, byLeft.slice(from), pieces, baselineOf, bodyHeightPx);
  };
}

/** The place of the first value in a sorted list that is not below a limit. */
function firstFrom(sorted: Int32Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bearersAmong(
  mark: number,
  byLeft: readonly number[],
  pieces: readonly InkPiece[],
  baselineOf: (index: number) => number,
  bodyHeightPx: number,
): Bearer[] {
  const rect = pieces[mark]!.rect;
  const slack = bodyHeightPx * SIDE_SLACK;
  const bearers: Bearer[] = [];
  for (const index of byLeft) {
    const other = pieces[index]!.rect;
    if (other.left > rect.right + slack) break;
    if (index === mark || other.right < rect.left - slack) continue;
    const gapBelowOther = rect.top - other.bottom;
    const gapAboveOther = other.top - rect.bottom;
    const tolerated = -bodyHeightPx * 0.3;
    if (
      gapBelowOther >= tolerated &&
      gapBelowOther <= bodyHeightPx * BELOW_REACH &&
      rect.bottom - Math.min(other.bottom, baselineOf(index)) <= bodyHeightPx * BELOW_DEPTH &&
      centre(rect) > centre(other)
    ) {
      const isBar = rect.right - rect.left < bodyHeightPx * BAR_WIDTH;
      const isUsual =
        !isBar &&
        gapBelowOther >= bodyHeightPx * USUAL_GAP_LOWEST &&
        gapBelowOther <= bodyHeightPx * USUAL_GAP_HIGHEST;
      const bias = isBar ? BAR_BELOW_PENALTY : isUsual ? -USUAL_GAP_BONUS : 0;
      // The hook of ู reaches out to the right of its consonant.
      const overhang = rect.right - other.right;
      const shift =
        overhang >= 0 && overhang <= bodyHeightPx * HOOK ? 0 : sidewaysShift(rect, other, bodyHeightPx);
      bearers.push({
        index,
        side: "below",
        distance: Math.max(0, gapBelowOther) + shift + bias * bodyHeightPx,
      });
    } else if (
      gapAboveOther >= tolerated &&
      gapAboveOther <= bodyHeightPx * ABOVE_REACH &&
      centre(rect) < centre(other)
    ) {
      const bonus = standsOnVowel(rect, other, gapAboveOther, bodyHeightPx)
        ? bodyHeightPx * ON_VOWEL_BONUS
        : 0;
      // Parts of one component touch because they were cut, which says nothing about where they belong.
      const isCut = pieces[mark]!.component === pieces[index]!.component;
      const gap = isCut ? bodyHeightPx * CUT_GAP : Math.abs(gapAboveOther);
      const shift = sidewaysShift(rect, other, bodyHeightPx);
      bearers.push({ index, side: "above", distance: gap + shift - bonus });
    }
  }
  return bearers;
}

function standsOnVowel(rect: PixelRect, other: PixelRect, gap: number, bodyHeightPx: number): boolean {
  const width = other.right - other.left;
  const height = other.bottom - other.top;
  return (
    height < bodyHeightPx * 0.6 &&
    width > bodyHeightPx * 0.35 &&
    width < bodyHeightPx * 1.2 &&
    gap >= -bodyHeightPx * 0.05 &&
    gap <= bodyHeightPx * ON_VOWEL_GAP &&
    Math.abs(rect.right - other.right) <= bodyHeightPx * 0.3
  );
}

/**
 * Marks end flush with the right stem of what bears them: ุ under ก, ี over ท, a tone mark over ี. Letters that
 * touch each other share a rectangle, so inside it the shift is capped.
 */
function sidewaysShift(rect: PixelRect, bearer: PixelRect, bodyHeightPx: number): number {
  const shift = Math.abs(rect.right - bearer.right);
  const inside = rect.left >= bearer.left && rect.right <= bearer.right;
  return Math.min(shift, bodyHeightPx * (inside ? 0.3 : 0.6)) * 0.4;
}

function centre(rect: PixelRect): number {
  return (rect.top + rect.bottom) / 2;
}

function nearestBand(rect: PixelRect, bands: readonly BodyBand[], bodyHeightPx: number): number {
  let best = 0;
  let bestDistance = Infinity;
  bands.forEach((band, index) => {
    // Free marks belong above a line (quotation marks) more often than below it.
    const distance = Math.min(
      Math.abs(centre(rect) - (band.top + band.bottom) / 2),
      Math.abs(centre(rect) - (band.top - bodyHeightPx * 0.3)),
    );
    if (distance < bestDistance) [best, bestDistance] = [index, distance];
  });
  return best;
}
