import { greatest, least } from "../model/extremes.ts";
import { binarize } from "../image/binarize.ts";
import { type Components, componentRect, findComponents } from "../image/find-components.ts";
import type { PixelRect } from "../model/box.ts";
import type { BinaryImage, GrayImage } from "../model/image.ts";
import type { Ruling, Span } from "../model/table.ts";

/** Dots are looked for in all that is darker than this: a bilevel scan that was turned straight greys single pixels. */
const DARKER_THAN = 208;
/** Dots and dashes of a rule are at most this thick, in body heights; letters are at least this wide and high. */
const THICKEST = 0.25;
const NARROWEST_LETTER = 0.2;
const LOWEST_LETTER = 0.55;
const HIGHEST_LETTER = 3;
const LONGEST_WORD = 12;
/** Ink this near to a letter, in body heights, may be its mark: above and below it, and beside it. */
const MARK_REACH_UPRIGHT = 0.75;
const MARK_REACH_LEVEL = 0.25;
/** A dot of a rule has paper this far, in body heights, on both sides. */
const CLEAR = 0.5;
/** Print on both sides at these distances, in body heights, along more than this share of a line: it goes through words. */
const PRINT_FROM = 0.15;
const PRINT_TO = 0.45;
const PRINTED_SHARE = 0.2;
/** Places of a rule are counted in pieces of this length, in body heights. */
const PIECE = 0.5;
/** Dots in line lie at most this far apart across the rule, in body heights; two rules at least so far. */
const ACROSS = 0.08;
const BETWEEN_RULES = 0.6;
/** A rule has dots in at least so many pieces, in this share of all pieces of its length, and so many times more than chance. */
const FEWEST_PIECES = 8;
const LEAST_SHARE = 0.14;
const BEYOND_CHANCE = 4;
/** Where as many pieces in a row are empty as hold, at the rule's own density, this many dots, it is interrupted. */
const MISSED_DOTS = 5;
/** More dots than these, for each piece of a page's width, are noise everywhere. */
const MOST_DOTS = 60_000;

interface Dot {
  readonly across: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Rules of which a scan kept only dots and dashes, a few in a hundred: fax machines and thresholds do that to
 * hairlines, light grey and dotted rules. Dots that lie in line over a long stretch, away from print, more of them
 * than chance would put there. The page is straight; what is left of the skew moves a rule by less than its dots
 * may lie apart.
 */
export function findScatteredRulings(gray: GrayImage, bodyHeightPx: number): Ruling[] {
  const { widthPx, heightPx } = gray;
  const ink = binarize(gray, DARKER_THAN);
  const components = findComponents(ink);
  if (components.count > MOST_DOTS) return [];
  const level = dotsOf(components, "horizontal", ink, bodyHeightPx);
  const upright = dotsOf(components, "vertical", ink, bodyHeightPx);
  return [
    ...rulingsOf(level, heightPx, "horizontal", bodyHeightPx),
    ...rulingsOf(upright, widthPx, "vertical", bodyHeightPx),
  ].filter((ruling) => !runsThroughPrint(ruling, ink, bodyHeightPx));
}

/** Whether a line goes through words: in many of its pieces there is ink close to both of its sides. */
function runsThroughPrint(ruling: Ruling, { widthPx, heightPx, data }: BinaryImage, body: number): boolean {
  const isLevel = ruling.orientation === "horizontal";
  const [near, far] = [Math.max(2, Math.round(body * PRINT_FROM)), Math.round(body * PRINT_TO)];
  const middle = Math.round(ruling.position);
  const piece = Math.max(3, Math.round(body * PIECE));
  const holdsInk = (from: number, side: 1 | -1): boolean => {
    for (let along = from; along < from + piece; along++) {
      for (let across = near; across <= far; across++) {
        const at = middle + side * across;
        const [x, y] = isLevel ? [along, at] : [at, along];
        if (x >= 0 && y >= 0 && x < widthPx && y < heightPx && data[y * widthPx + x] === 1) return true;
      }
    }
    return false;
  };
  let pieces = 0;
  let printed = 0;
  for (let from = ruling.start; from < ruling.end; from += piece) {
    pieces++;
    if (holdsInk(from, -1) && holdsInk(from, 1)) printed++;
  }
  return printed > pieces * PRINTED_SHARE;
}

/** Thin ink away from letters, as stretches along the direction of a rule. */
function dotsOf(
  components: Components,
  orientation: Ruling["orientation"],
  { widthPx, heightPx, data: ink }: BinaryImage,
  body: number,
): Dot[] {
  const isLevel = orientation === "horizontal";
  const thickest = Math.max(2, body * THICKEST);
  const cell = Math.max(2, Math.round(body / 5));
  const columns = Math.ceil(widthPx / cell);
  const rows = Math.ceil(heightPx / cell);
  const nearPrint = new Uint8Array(columns * rows);
  const { left, top, right, bottom } = components;
  const [reachX, reachY] = isLevel
    ? [body * MARK_REACH_LEVEL, body * MARK_REACH_UPRIGHT]
    : [body * MARK_REACH_LEVEL, body * MARK_REACH_LEVEL];
  for (let id = 0; id < components.count; id++) {
    const width = right[id]! - left[id]!;
    const height = bottom[id]! - top[id]!;
    if (width < body * NARROWEST_LETTER || width > body * LONGEST_WORD) continue;
    if (height < body * LOWEST_LETTER || height > body * HIGHEST_LETTER) continue;
    const firstRow = Math.max(0, Math.floor((top[id]! - reachY) / cell));
    const lastRow = Math.min(rows - 1, Math.floor((bottom[id]! + reachY) / cell));
    const firstColumn = Math.max(0, Math.floor((left[id]! - reachX) / cell));
    const lastColumn = Math.min(columns - 1, Math.floor((right[id]! + reachX) / cell));
    for (let row = firstRow; row <= lastRow; row++)
      nearPrint.fill(1, row * columns + firstColumn, row * columns + lastColumn + 1);
  }
  const clearPx = Math.max(3, Math.round(body * CLEAR));
  const isPaper = (fromX: number, fromY: number, toX: number, toY: number): boolean => {
    for (let y = Math.max(0, fromY); y < Math.min(heightPx, toY); y++) {
      const line = y * widthPx;
      for (let x = Math.max(0, fromX); x < Math.min(widthPx, toX); x++) if (ink[line + x] === 1) return false;
    }
    return true;
  };
  // Broken letters are dots as well: those have others on both sides, those of a rule only along it.
  const isFree = (dot: PixelRect): boolean =>
    isLevel
      ? isPaper(dot.left, dot.top - clearPx, dot.right, dot.top) &&
        isPaper(dot.left, dot.bottom, dot.right, dot.bottom + clearPx)
      : isPaper(dot.left - clearPx, dot.top, dot.left, dot.bottom) &&
        isPaper(dot.right, dot.top, dot.right + clearPx, dot.bottom);
  const dots: Dot[] = [];
  for (let id = 0; id < components.count; id++) {
    const [width, height] = [right[id]! - left[id]!, bottom[id]! - top[id]!];
    if ((isLevel ? height : width) > thickest) continue;
    const [x, y] = [(left[id]! + right[id]!) / 2, (top[id]! + bottom[id]!) / 2];
    if (nearPrint[Math.floor(y / cell) * columns + Math.floor(x / cell)] === 1) continue;
    if (!isFree(componentRect(components, id))) continue;
    dots.push(
      isLevel
        ? { across: y, start: left[id]!, end: right[id]! }
        : { across: x, start: top[id]!, end: bottom[id]! },
    );
  }
  return dots;
}

function rulingsOf(
  dots: readonly Dot[],
  acrossSize: number,
  orientation: Ruling["orientation"],
  body: number,
): Ruling[] {
  const piece = Math.max(3, Math.round(body * PIECE));
  const reach = Math.max(1, Math.round(body * ACROSS));
  const held = new Map<number, Set<number>>();
  for (const dot of dots) {
    const first = Math.floor(dot.start / piece);
    const last = Math.floor((dot.end - 1) / piece);
    const middle = Math.round(dot.across);
    for (let across = middle - reach; across <= middle + reach; across++) {
      let pieces = held.get(across);
      if (pieces === undefined) held.set(across, (pieces = new Set()));
      for (let at = first; at <= last; at++) pieces.add(at);
    }
  }
  // What chance puts into a strip of this width: most strips hold no rule.
  const counts = Array.from({ length: acrossSize }, (_, across) => held.get(across)?.size ?? 0);
  const used = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  const chance = used[Math.floor(used.length / 2)] ?? 0;
  const found: Ruling[] = [];
  const apart = Math.max(3, body * BETWEEN_RULES);
  const order = [...counts.keys()]
    .filter((across) => counts[across]! >= Math.max(FEWEST_PIECES, chance * BEYOND_CHANCE))
    .toSorted((a, b) => counts[b]! - counts[a]!);
  const taken: number[] = [];
  for (const across of order) {
    if (taken.some((other) => Math.abs(other - across) < apart)) continue;
    taken.push(across);
    const pieces = [...held.get(across)!].toSorted((a, b) => a - b);
    for (const stretch of denseStretches(pieces)) {
      const own = dots.filter(
        (dot) =>
          Math.abs(dot.across - across) <= reach + 1 &&
          dot.end > stretch.start * piece &&
          dot.start < stretch.end * piece,
      );
      // A stretch is where pieces hold dots.
      const start = least(
        own.map((dot) => dot.start),
        stretch.start * piece,
      );
      const end = greatest(
        own.map((dot) => dot.end),
        stretch.end * piece,
      );
      found.push({
        orientation,
        position: across + 0.5,
        slope: 0,
        start,
        end,
        thicknessPx: Math.max(1, reach),
        spans: [{ start, end }],
      });
    }
  }
  return found;
}

/** Stretches of pieces (one at least) that hold dots all along, at a density that is clearly no chance. */
function denseStretches(pieces: readonly number[]): Span[] {
  const span = pieces.at(-1)! - pieces[0]! + 1;
  const density = Math.max(LEAST_SHARE, pieces.length / span);
  const widest = Math.ceil(MISSED_DOTS / density);
  const stretches: { start: number; end: number; held: number }[] = [];
  for (const at of pieces) {
    const last = stretches.at(-1);
    if (last && at - last.end < widest) {
      last.end = at + 1;
      last.held++;
    } else stretches.push({ start: at, end: at + 1, held: 1 });
  }
  return stretches.filter(
    ({ start, end, held }) => held >= FEWEST_PIECES && held >= (end - start) * LEAST_SHARE,
  );
}
