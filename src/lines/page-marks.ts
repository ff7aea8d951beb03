import type { PixelRect } from "../model/box.ts";
import type { InkPiece, TextLine } from "../model/line.ts";
import type { ComponentInk } from "./component-ink.ts";
import { type InkShape, inkShape, shapeDistance } from "./ink-shape.ts";

/** Larger ink is letters, smaller is dust; in body heights. */
export const LARGEST_MARK = 0.72;
const WIDEST_MARK = 1.3;
const SMALLEST_MARK = 0.15;
/** Middles of marks lie between these depths below their baseline, in body heights: a tone mark on a vowel, ฎ's foot. */
const HIGHEST = -2.4;
const LOWEST = 0.75;
/** Full stops and leaders stand on the baseline; what ends lower than this hangs, in body heights. */
const BELOW_BASELINE = 0.1;
/** A letter this near sideways can bear a mark, in body heights. */
const BEARER_REACH = 0.35;
/** Wider ink is letters that touch, in body heights. */
const WIDEST_LETTER = 1.25;
/** Two scans of one mark differ by so much: in shape (share of ink), in place and in size (body heights). */
const SHAPE_SPREAD = 0.12;
const PLACE_SPREAD = 0.05;
const SIZE_SPREAD = 0.06;
/** Beyond so many spreads, two marks are not alike. */
const FURTHEST = 2.5;
/** What a mark says of others: one that can belong to one line only, one that is settled, one that may yet move. */
export const SURE_WEIGHT = 3;
export const SETTLED_WEIGHT = 1;
export const UNSURE_WEIGHT = 0.1;
/** A line of the page, with the letters that can bear marks. */
export interface Place {
  readonly region: number;
  readonly index: number;
  readonly baseline: number;
  readonly letters: readonly PixelRect[];
  readonly left: number;
  readonly right: number;
}

export interface Standing {
  /** Index of the line among the lines of the page. */
  readonly place: number;
  /** How far the mark's middle lies below the line's baseline, in body heights. */
  readonly depth: number;
}

export interface Mark {
  readonly piece: InkPiece;
  readonly shape: InkShape;
  readonly inkPx: number;
  readonly width: number;
  readonly height: number;
  readonly candidates: readonly Standing[];
  standing: Standing;
  weight: number;
}

/** What everything here is measured in. */
export interface Context {
  readonly places: readonly Place[];
  readonly bodyHeightPx: number;
  readonly ink: ComponentInk;
}

export function toPlace(line: TextLine, region: number, index: number, bodyHeightPx: number): Place {
  const letters = line.pieces
    .map((piece) => piece.rect)
    .filter((rect) => rect.bottom - rect.top > bodyHeightPx * LARGEST_MARK);
  const { left, right } = line.rect;
  return { region, index, baseline: line.baseline, letters, left, right };
}

/** A mark on the line `own`; `own` may be -1 for a part of a mark that has no line yet. */
export function toMark(piece: InkPiece, own: number, { places, bodyHeightPx, ink }: Context): Mark {
  const middle = (piece.rect.top + piece.rect.bottom) / 2;
  const standings = places.flatMap((place, at): Standing[] => {
    const depth = (middle - place.baseline) / bodyHeightPx;
    if (at === own) return [{ place: at, depth }];
    if (depth < HIGHEST || depth > LOWEST) return [];
    return hasBearer(place, piece, bodyHeightPx) ? [{ place: at, depth }] : [];
  });
  const others = standings.filter(({ place }) => place !== own);
  const mine = standings.find(({ place }) => place === own);
  const isAstray = mine !== undefined && others.length > 0 && hangsFree(places[own]!, piece, bodyHeightPx);
  const candidates = isAstray ? others : standings;
  const shape = inkShape(piece, bodyHeightPx, ink);
  return {
    piece,
    shape,
    inkPx: shape.reduce((sum, pixels) => sum + pixels, 0),
    width: (piece.rect.right - piece.rect.left) / bodyHeightPx,
    height: (piece.rect.bottom - piece.rect.top) / bodyHeightPx,
    candidates,
    standing: (isAstray ? others.at(-1) : mine) ?? { place: -1, depth: 0 },
    weight: candidates.length === 1 ? SURE_WEIGHT : UNSURE_WEIGHT,
  };
}

/** Below the baseline of a line and far from all its letters: behind a short line stands what the next one bears. */
function hangsFree(place: Place, { rect }: InkPiece, bodyHeightPx: number): boolean {
  return (
    rect.bottom - place.baseline > bodyHeightPx * BELOW_BASELINE &&
    place.letters.every(
      (letter) => letter.right < rect.left - bodyHeightPx || letter.left > rect.right + bodyHeightPx,
    )
  );
}

export function isMarkSized({ rect }: InkPiece, bodyHeightPx: number): boolean {
  const height = rect.bottom - rect.top;
  const width = rect.right - rect.left;
  return (
    height <= bodyHeightPx * LARGEST_MARK &&
    width <= bodyHeightPx * WIDEST_MARK &&
    Math.max(height, width) >= bodyHeightPx * SMALLEST_MARK
  );
}

/**
 * Marks end near the right stem of the letter that bears them: ุ under ก, ี over ท. Letters that touch each other share
 * a rectangle, inside of which anything may be.
 */
export function hasBearer(place: Place, { rect }: InkPiece, bodyHeightPx: number): boolean {
  const reach = bodyHeightPx * BEARER_REACH;
  if (place.left > rect.right || place.right < rect.left - reach) return false;
  return place.letters.some(
    (letter) =>
      letter.left < rect.right &&
      letter.right > rect.left - reach &&
      (Math.abs(letter.right - rect.right) <= reach ||
        (letter.right - letter.left > bodyHeightPx * WIDEST_LETTER && rect.right <= letter.right + reach)),
  );
}

/** How many other marks of a shape stand at a depth below their baselines. */
export type Company = (mark: Mark, depth: number) => number;

/** Looks the marks up by their depth; to be made anew once marks have moved. */
export function indexCompany(marks: readonly Mark[]): Company {
  const byDepth = marks.toSorted((a, b) => a.standing.depth - b.standing.depth);
  // Side by side in memory: a page's marks are compared some hundred thousand times.
  const depths = Float64Array.from(byDepth, (mark) => mark.standing.depth);
  const amounts = Float64Array.from(byDepth, (mark) => mark.inkPx);
  const widths = Float64Array.from(byDepth, (mark) => mark.width);
  const heights = Float64Array.from(byDepth, (mark) => mark.height);
  const firstFrom = (depth: number): number => {
    let [low, high] = [0, depths.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (depths[middle]! < depth) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (mark, depth) => {
    let company = 0;
    const reach = PLACE_SPREAD * FURTHEST;
    // No two shapes are nearer than their amounts of ink.
    const leastInk = (mark.inkPx * (1 - SHAPE_SPREAD * FURTHEST)) / (1 + SHAPE_SPREAD * FURTHEST);
    const mostInk = (mark.inkPx * (1 + SHAPE_SPREAD * FURTHEST)) / (1 - SHAPE_SPREAD * FURTHEST);
    for (let at = firstFrom(depth - reach); at < depths.length; at += 1) {
      if (depths[at]! > depth + reach) break;
      if (amounts[at]! < leastInk || amounts[at]! > mostInk) continue;
      const size =
        (Math.abs(heights[at]! - mark.height) + Math.abs(widths[at]! - mark.width)) / (2 * SIZE_SPREAD);
      if (size > FURTHEST) continue;
      const other = byDepth[at]!;
      if (other === mark) continue;
      const shape = shapeDistance(other.shape, mark.shape) / SHAPE_SPREAD;
      if (shape > FURTHEST) continue;
      const place = (depths[at]! - depth) / PLACE_SPREAD;
      company += other.weight * Math.exp(-(place * place + size * size + shape * shape) / 2);
    }
    return company;
  };
}

/** The line on which a mark has most company. */
export function bestStanding(mark: Mark, company: Company): { standing: Standing; company: number } | null {
  let best: { standing: Standing; company: number } | null = null;
  for (const standing of mark.candidates) {
    const found = company(mark, standing.depth);
    if (best === null || found > best.company) best = { standing, company: found };
  }
  return best;
}
