import { indexByRows, type RowIndex } from "./index-by-rows.ts";
import type { PixelRect } from "../model/box.ts";
import { type Components, componentRect } from "./find-components.ts";

/** Letters, dashes and marks have these sizes, in body heights; tone marks and dots say nothing of columns. */
const LOWEST_LETTER = 0.55;
const HIGHEST_LETTER = 3;
const LONGEST_WORD = 12;
const SHORTEST_DASH = 0.3;
const LONGEST_DASH = 1.8;
/** Letters of one run are at most this far apart, in body heights: a wide space between two words. */
const WIDEST_SPACE = 1.1;
/** Vowels stand at most this far above or below their line, in body heights. */
const VOWEL_REACH = 0.5;
/** Letters side by side share at least this much of the lower one's height. */
const SIDE_BY_SIDE = 0.5;

/**
 * The stretches of print on a page without a wide gap inside, as rectangles around their letters: the words
 * or lines of cells, without regard to columns. Sorted by upper edge.
 */
export function findTextRuns(components: Components, bodyHeightPx: number): PixelRect[] {
  const letters: PixelRect[] = [];
  for (let id = 0; id < components.count; id++) {
    const rect = componentRect(components, id);
    if (isLetter(rect, bodyHeightPx)) letters.push(rect);
  }
  letters.sort((a, b) => a.left - b.left);
  const runs: PixelRect[] = [];
  let open: number[] = [];
  const widest = bodyHeightPx * WIDEST_SPACE;
  for (const letter of letters) {
    open = open.filter((index) => runs[index]!.right + widest >= letter.left);
    const at = open.find((index) => isBeside(runs[index]!, letter));
    if (at === undefined) {
      open.push(runs.length);
      runs.push(letter);
    } else {
      runs[at] = withLetter(runs[at]!, letter);
    }
  }
  const near = indexByRows(runs, bodyHeightPx);
  return runs
    .filter((run) => !isVowelOf(run, near, bodyHeightPx))
    .toSorted((a, b) => a.top - b.top || a.left - b.left);
}

/** A flat run close over or under a line is made of its upper or lower vowels. */
function isVowelOf(run: PixelRect, near: RowIndex, body: number): boolean {
  if (run.bottom - run.top >= body * LOWEST_LETTER * 1.3) return false;
  const reach = body * VOWEL_REACH;
  return near({ top: run.top - reach, bottom: run.bottom + reach }).some((line) => {
    if (line === run || line.bottom - line.top <= run.bottom - run.top) return false;
    const gap = Math.max(run.top, line.top) - Math.min(run.bottom, line.bottom);
    return gap <= body * VOWEL_REACH && run.left >= line.left - body && run.right <= line.right + body;
  });
}

function isLetter(rect: PixelRect, body: number): boolean {
  const width = rect.right - rect.left;
  const height = rect.bottom - rect.top;
  if (height >= body * LOWEST_LETTER)
    return height <= body * HIGHEST_LETTER && width <= body * LONGEST_WORD && width >= body * 0.1;
  return width >= body * SHORTEST_DASH && width <= body * LONGEST_DASH && width > height * 1.5;
}

function isBeside(run: PixelRect, letter: PixelRect): boolean {
  const shared = Math.min(run.bottom, letter.bottom) - Math.max(run.top, letter.top);
  return shared >= Math.min(run.bottom - run.top, letter.bottom - letter.top) * SIDE_BY_SIDE;
}

/** A letter with a long tail, or two lines that touch, must not make a run as high as two lines. */
function withLetter(run: PixelRect, letter: PixelRect): PixelRect {
  const isLower = letter.bottom - letter.top > (run.bottom - run.top) * 1.6;
  return {
    left: Math.min(run.left, letter.left),
    top: isLower ? run.top : Math.min(run.top, letter.top),
    right: Math.max(run.right, letter.right),
    bottom: isLower ? run.bottom : Math.max(run.bottom, letter.bottom),
  };
}
