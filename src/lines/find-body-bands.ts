import type { PixelRect } from "../model/box.ts";

/** The rows between the upper and the lower edge of a line's consonants; `bottom` is exclusive. */
export interface BodyBand {
  readonly top: number;
  readonly bottom: number;
}

/** Round letters reach this far below the baseline, in body heights; what hangs lower may be the next line's tone mark. */
export const OVERSHOOT_IN_BODIES = 0.12;
/** Heights of plain consonants and digits, in body heights. */
const PLAIN_LOWEST = 0.78;
const PLAIN_HIGHEST = 1.3;
/** Centres of consonants on one line differ by less than this, in body heights. */
const SAME_LINE = 0.45;
/** Lines follow each other at this distance at least; Thai fonts set solid have 1.5 and more. */
const SMALLEST_PITCH = 1.15;
/** Wider ink is several letters: ญ and ณ have 1.2 body heights. */
const WIDEST_LETTER = 1.6;
/** Lower vowels of one line reach so far into the next at most, in body heights. */
const OVERLAPPING_LINES = 0.25;

/** One band for each printed line, from top to bottom; never empty for ink that is not empty, and neither are clusters. */
export function findBodyBands(rects: readonly PixelRect[], bodyHeightPx: number): BodyBand[] {
  const plain = rects.filter((rect) => {
    const height = rect.bottom - rect.top;
    return height >= bodyHeightPx * PLAIN_LOWEST && height <= bodyHeightPx * PLAIN_HIGHEST;
  });
  const clusters = mergeNeighbours(clusterCentres(plain, bodyHeightPx), bodyHeightPx);
  const bands = clusters.map(toBand);
  // Lines without one plain letter (a hyphen, a mark, a row of dots, larger print) get bands of their own.
  const uncovered = rects.filter((rect) =>
    isWord(rect, bodyHeightPx)
      ? !bands.some((band) => overlaps(rect, band, bodyHeightPx))
      : !bands.some((band) => isNear(rect, band, bodyHeightPx)),
  );
  return [...bands, ...bandsOfStrangers(uncovered, bodyHeightPx)].toSorted((a, b) => a.top - b.top);
}

function clusterCentres(rects: readonly PixelRect[], bodyHeightPx: number): PixelRect[][] {
  const clusters: { members: PixelRect[]; centre: number }[] = [];
  for (const rect of rects.toSorted((a, b) => centreOf(a) - centreOf(b))) {
    const last = clusters.at(-1);
    if (last && centreOf(rect) - last.centre <= bodyHeightPx * SAME_LINE) {
      last.members.push(rect);
      last.centre += (centreOf(rect) - last.centre) / last.members.length;
    } else clusters.push({ members: [rect], centre: centreOf(rect) });
  }
  return clusters.map((cluster) => cluster.members);
}

/**
 * Two clusters too close to be two lines: the weaker one is marks that grew together (ี่ has the height of a
 * letter) and is dropped; its members will be attached as marks.
 */
function mergeNeighbours(clusters: readonly PixelRect[][], bodyHeightPx: number): PixelRect[][] {
  const remaining = [...clusters];
  for (;;) {
    const centres = remaining.map((members) => mean(members.map(centreOf)));
    const at = centres.findIndex(
      (centre, i) => i > 0 && centre - centres[i - 1]! < bodyHeightPx * SMALLEST_PITCH,
    );
    if (at === -1) return remaining;
    const weaker = widthOf(remaining[at]!) < widthOf(remaining[at - 1]!) ? at : at - 1;
    remaining.splice(weaker, 1);
  }
}

function toBand(members: readonly PixelRect[]): BodyBand {
  return { top: median(members.map((rect) => rect.top)), bottom: median(members.map((rect) => rect.bottom)) };
}

/** Letters that have grown together: as high as one, and wider than any. */
function isWord(rect: PixelRect, bodyHeightPx: number): boolean {
  return (
    rect.bottom - rect.top >= bodyHeightPx * PLAIN_LOWEST &&
    rect.right - rect.left > bodyHeightPx * WIDEST_LETTER
  );
}

function overlaps(rect: PixelRect, band: BodyBand, bodyHeightPx: number): boolean {
  return Math.min(rect.bottom, band.bottom) - Math.max(rect.top, band.top) > bodyHeightPx * OVERLAPPING_LINES;
}

/** Whether a piece can belong to a line: it overlaps the reach of the line's tone marks and lower vowels. */
function isNear(rect: PixelRect, band: BodyBand, bodyHeightPx: number): boolean {
  return rect.bottom > band.top - bodyHeightPx * 1.2 && rect.top < band.bottom + bodyHeightPx * 0.75;
}

function bandsOfStrangers(rects: readonly PixelRect[], bodyHeightPx: number): BodyBand[] {
  const bands: { top: number; bottom: number }[] = [];
  for (const rect of rects.toSorted((a, b) => a.top - b.top)) {
    const last = bands.at(-1);
    // Two words whose letters have grown together, one below the other, are two lines.
    const isNextLine =
      last !== undefined &&
      Math.min(rect.bottom - rect.top, last.bottom - last.top) >= bodyHeightPx * PLAIN_LOWEST &&
      rect.top >= last.bottom - bodyHeightPx * OVERLAPPING_LINES;
    if (last && !isNextLine && rect.top < last.bottom + bodyHeightPx * 0.3)
      last.bottom = Math.max(last.bottom, rect.bottom);
    else bands.push({ top: rect.top, bottom: rect.bottom });
  }
  return bands;
}

function centreOf(rect: PixelRect): number {
  return (rect.top + rect.bottom) / 2;
}

function widthOf(rects: readonly PixelRect[]): number {
  return rects.reduce((sum, rect) => sum + rect.right - rect.left, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
