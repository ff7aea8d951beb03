import { findInkRuns } from "../image/find-components.ts";
import type { BinaryImage, GrayImage } from "../model/image.ts";
import type { Ruling } from "../model/table.ts";
import { drawnLength } from "./drawn-length.ts";
import { findRulings, rulingAt } from "./find-rulings.ts";

/** Grey is averaged along a rule over this many body heights: dots become a line, noise vanishes. */
const WINDOW_IN_BODIES = 1.6;
/** A rule is darker by this much than the paper at this distance on both sides (in body heights). */
const CONTRAST = 14;
const SIDE_IN_BODIES = 0.25;
/** Strokes of letters in line with each other, averaged, are shorter than this, in body heights, or broken. */
const SHORTEST_LEVEL = 5;
const SHORTEST_UPRIGHT = 3.6;
const DRAWN_SHARE = 0.85;
/** A vertical rule ends at a horizontal one, or where so many others end, within this many body heights. */
const END_IN_BODIES = 1;
const ALIKE_ENDS = 5;
/** Pieces of a rule of this length, in body heights, are darker than paper: longer than the gap of a dotted one. */
const PIECE_IN_BODIES = 0.5;
const DARK_PIECE = 240;
/** A bent rule lies this far, in body heights, off the straight line through it. */
const STRAY_IN_BODIES = 0.3;
/** Both sides of a rule are paper: print, averaged like this, is darker nearly everywhere. */
const PAPER = 232;

/**
 * Rules too light, too thin or too broken for the ink threshold: light grey, hairlines, dotted. Stretches that
 * are darker, on average along the rule, than what lies on both sides of it. Takes about as long as everything
 * else on a page, so it is for pages on which the ink alone shows no grid.
 */
export function findFaintRulings(gray: GrayImage, bodyHeightPx: number): Ruling[] {
  const window = Math.max(5, Math.round(bodyHeightPx * WINDOW_IN_BODIES));
  const side = Math.max(3, Math.round(bodyHeightPx * SIDE_IN_BODIES));
  const { widthPx, heightPx } = gray;
  const level = ridges(meanAlongRows(gray, window), widthPx, heightPx, side * widthPx);
  const upright = ridges(meanAlongColumns(gray, window), widthPx, heightPx, side);
  const isRule = (ruling: Ruling): boolean => isDrawnThroughout(ruling, gray, bodyHeightPx);
  const horizontal = rulingsOf(level, "horizontal", bodyHeightPx * SHORTEST_LEVEL, bodyHeightPx).filter(
    isRule,
  );
  const vertical = rulingsOf(upright, "vertical", bodyHeightPx * SHORTEST_UPRIGHT, bodyHeightPx).filter(
    isRule,
  );
  const near = bodyHeightPx * END_IN_BODIES;
  const isEnd = (ruling: Ruling, y: number): boolean =>
    horizontal.some(
      (other) =>
        Math.abs(other.position - y) <= near &&
        other.start <= ruling.position + near &&
        other.end >= ruling.position - near,
    ) ||
    vertical.filter((other) => Math.abs(other.start - y) <= near || Math.abs(other.end - y) <= near).length >=
      ALIKE_ENDS;
  const bordering = vertical.filter((ruling) => isEnd(ruling, ruling.start) && isEnd(ruling, ruling.end));
  return [
    ...horizontal.map((ruling) => snapEnds(ruling, bordering, near)),
    ...bordering.map((ruling) => snapEnds(ruling, horizontal, near)),
  ];
}

/**
 * Whether a rule is there all along: strokes of letters that stand in line, over several lines of print,
 * leave paper between the lines.
 */
function isDrawnThroughout(ruling: Ruling, gray: GrayImage, bodyHeightPx: number): boolean {
  const windowPx = Math.max(6, Math.round(bodyHeightPx * PIECE_IN_BODIES));
  const strayPx = Math.max(1, Math.round(bodyHeightPx * STRAY_IN_BODIES));
  const levelAt = (along: number, across: number): number => {
    const [x, y] = ruling.orientation === "horizontal" ? [along, across] : [across, along];
    return gray.data[y * gray.widthPx + x] ?? 255;
  };
  let pieces = 0;
  let dark = 0;
  for (const span of ruling.spans) {
    // A bent page bends its rules: from one piece to the next by a pixel, altogether by more.
    let drift = 0;
    for (let from = span.start; from + windowPx <= span.end; from += windowPx) {
      const middle = Math.floor(rulingAt(ruling, from + windowPx / 2));
      const first = Math.max(-strayPx, Math.min(-1, drift - 1));
      const last = Math.min(strayPx, Math.max(1, drift + 1));
      let [darkest, best] = [Infinity, 0];
      for (let offset = first; offset <= last; offset++) {
        let sum = 0;
        for (let along = from; along < from + windowPx; along++) sum += levelAt(along, middle + offset);
        if (sum < darkest) [darkest, best] = [sum, offset];
      }
      pieces++;
      if (darkest / windowPx > DARK_PIECE) continue;
      dark++;
      drift = best;
    }
  }
  return pieces > 0 && dark >= pieces * DRAWN_SHARE;
}

/** Puts the ends of a rule on crossing rules near them: averaging prolongs a rule, and lost dots shorten it. */
export function snapEnds(ruling: Ruling, crossing: readonly Ruling[], near: number): Ruling {
  const snap = (along: number): number => {
    const met = crossing
      .filter((other) => other.start <= ruling.position + near && other.end >= ruling.position - near)
      .map((other) => Math.round(other.position))
      .toSorted((a, b) => Math.abs(a - along) - Math.abs(b - along))[0];
    return met !== undefined && Math.abs(met - along) <= near ? met : along;
  };
  const spans = ruling.spans
    .map((span) => ({ start: snap(span.start), end: snap(span.end) }))
    .filter((span) => span.end > span.start);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return ruling;
  return { ...ruling, start: first.start, end: last.end, spans };
}

function rulingsOf(
  ink: BinaryImage,
  orientation: Ruling["orientation"],
  shortestPx: number,
  bodyHeightPx: number,
): Ruling[] {
  return findRulings(ink, findInkRuns(ink), bodyHeightPx).filter((ruling) => {
    const drawn = drawnLength(ruling);
    const length = ruling.end - ruling.start;
    return ruling.orientation === orientation && length >= shortestPx && drawn >= length * DRAWN_SHARE;
  });
}

function ridges(mean: Uint8Array, widthPx: number, heightPx: number, offset: number): BinaryImage {
  const data = new Uint8Array(mean.length);
  for (let at = offset; at < mean.length - offset; at++) {
    // Nothing is lighter than white by enough; most of a page is as light as that.
    if (mean[at]! >= 255 - CONTRAST) continue;
    const limit = Math.max(PAPER, mean[at]! + CONTRAST);
    if (mean[at - offset]! > limit && mean[at + offset]! > limit) data[at] = 1;
  }
  return { widthPx, heightPx, data };
}

function meanAlongRows(gray: GrayImage, window: number): Uint8Array {
  const { widthPx, heightPx, data } = gray;
  const out = new Uint8Array(data.length).fill(255);
  const half = window >> 1;
  for (let y = 0; y < heightPx; y++) {
    const start = y * widthPx;
    let sum = 0;
    for (let x = 0; x < Math.min(window, widthPx); x++) sum += data[start + x]!;
    for (let x = window; x < widthPx; x++) {
      out[start + x - half - 1] = sum / window;
      sum += data[start + x]! - data[start + x - window]!;
    }
  }
  return out;
}

function meanAlongColumns(gray: GrayImage, window: number): Uint8Array {
  const { widthPx, heightPx, data } = gray;
  const out = new Uint8Array(data.length).fill(255);
  const half = window >> 1;
  const sums = new Int32Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    const row = y * widthPx;
    if (y >= window) {
      const target = (y - half - 1) * widthPx;
      const old = (y - window) * widthPx;
      for (let x = 0; x < widthPx; x++) {
        out[target + x] = sums[x]! / window;
        sums[x]! += data[row + x]! - data[old + x]!;
      }
    } else {
      for (let x = 0; x < widthPx; x++) sums[x]! += data[row + x]!;
    }
  }
  return out;
}
