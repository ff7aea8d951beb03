import type { PixelRect } from "../model/box.ts";
import { unionRect } from "../model/box.ts";
import type { InkPiece, TextLine } from "../model/line.ts";
import { attachMarks } from "./attach-marks.ts";
import type { ComponentInk } from "./component-ink.ts";
import { type BodyBand, findBodyBands, OVERSHOOT_IN_BODIES } from "./find-body-bands.ts";
import { regionBodyHeight } from "./region-body-height.ts";
import { withoutFarDust } from "./without-far-dust.ts";

/** A line of ink smaller than this in both directions, in body heights, is dust. */
const DUST = 0.3;
/** Mai ek is this narrow and this high, and a stump of it this high at least, in body heights. */
const BAR_WIDTH = 0.25;
const BAR_HEIGHT = 0.3;
const SHORTEST_STUMP = 0.07;
/** A mark higher than this is two grown together: ที่ has one, and so have ู over ั of the next line. */
const SINGLE_MARK = 0.62;
/** Ink that shares this much of its height with a line's consonants stands on that line. */
const BODY_OVERLAP = 0.35;

/**
 * Sorts the pieces of ink of one cell (or of one free region) into printed lines, from top to bottom.
 *
 * With single spacing the tone marks of a Thai line reach between the lower vowels of the line above, so no
 * horizontal cut parts the lines. Consonants are found first, as bands; every other piece joins the band it
 * overlaps, or hangs on a consonant as a mark. Print of two lines that touches is cut first: between the
 * bands where it reaches over two, and under the baseline where it hangs into the gap between lines.
 */
export function groupIntoLines(
  pieces: readonly InkPiece[],
  pageBodyHeightPx: number,
  ink: ComponentInk,
): TextLine[] {
  if (pieces.length === 0) return [];
  const rects = pieces.map((piece) => piece.rect);
  const bodyHeightPx = regionBodyHeight(rects, pageBodyHeightPx);
  const bands = findBodyBands(rects, bodyHeightPx);
  const whole = pieces
    .flatMap((piece) => cutBetweenBands(piece, bands, bodyHeightPx, ink))
    .flatMap((piece) => cutBelowBaseline(piece, bands, bodyHeightPx, ink))
    .flatMap((piece) => cutStackedMarks(piece, bands, bodyHeightPx, ink));
  const lineOf = whole.map((piece) => bandOf(piece.rect, bands));
  attachMarks(whole, lineOf, bands, bodyHeightPx);
  const members: InkPiece[][] = bands.map(() => []);
  whole.forEach((piece, at) => members[lineOf[at]!]?.push(piece));
  return bands
    .map((band, index) => toLine(band, members[index]!, bodyHeightPx))
    .filter((line) => line !== null);
}

/** The line of a band, or null where nothing but dust stands on it. */
function toLine(band: BodyBand, members: readonly InkPiece[], bodyHeightPx: number): TextLine | null {
  const pieces = withoutFarDust(
    members
      .map((piece) => (piece.rect.bottom <= band.top ? wholeBar(piece, bodyHeightPx) : piece))
      .toSorted((a, b) => a.rect.left - b.rect.left),
    band,
    bodyHeightPx,
  );
  if (pieces.every((piece) => isDust(piece.rect, bodyHeightPx))) return null;
  return {
    rect: unionRect(pieces.map((piece) => piece.rect)),
    bodyTop: band.top,
    baseline: band.bottom,
    pieces,
  };
}

function isDust(rect: PixelRect, bodyHeightPx: number): boolean {
  return rect.right - rect.left < bodyHeightPx * DUST && rect.bottom - rect.top < bodyHeightPx * DUST;
}

function overlap(rect: PixelRect, band: BodyBand): number {
  return Math.max(0, Math.min(rect.bottom, band.bottom) - Math.max(rect.top, band.top));
}

/** The band that a piece stands in, or -1 for a mark above or below. */
function bandOf(rect: PixelRect, bands: readonly BodyBand[]): number {
  let best = -1;
  let bestShare = 0;
  bands.forEach((band, index) => {
    const shared = overlap(rect, band);
    // Tall print (ascenders, brackets) covers the band; small print (a hyphen) lies inside it.
    const share = Math.max(shared / (rect.bottom - rect.top), shared / (band.bottom - band.top));
    if (share > bestShare) [best, bestShare] = [index, share];
  });
  return bestShare >= BODY_OVERLAP ? best : -1;
}

/** Cuts a piece that stands in two bands, in the row of least ink between them. */
function cutBetweenBands(
  piece: InkPiece,
  bands: readonly BodyBand[],
  bodyHeightPx: number,
  ink: ComponentInk,
): InkPiece[] {
  const { rect, component } = piece;
  if (rect.bottom - rect.top < bodyHeightPx * 1.6) return [piece];
  const inside = bands.filter((band) => overlap(rect, band) >= (band.bottom - band.top) * 0.5);
  const cuts: number[] = [];
  for (let i = 0; i + 1 < inside.length; i++) {
    let best = inside[i]!.bottom;
    let least = Infinity;
    for (let row = inside[i]!.bottom; row < inside[i + 1]!.top; row++) {
      const count = ink.rowInk(piece, row);
      if (count < least) [best, least] = [row, count];
    }
    cuts.push(best);
  }
  const borders = [rect.top, ...cuts, rect.bottom];
  return borders
    .slice(0, -1)
    .map((top, i) => ({ component, rect: { ...rect, top, bottom: borders[i + 1]! } }))
    .filter((part) => part.rect.bottom > part.rect.top);
}

/** Parts a piece from what hangs below its line's baseline, where another line follows closely. */
function cutBelowBaseline(
  piece: InkPiece,
  bands: readonly BodyBand[],
  bodyHeightPx: number,
  ink: ComponentInk,
): InkPiece[] {
  const at = bandOf(piece.rect, bands);
  const band = bands[at];
  const next = bands[at + 1];
  if (!band || !next || next.top - band.bottom > bodyHeightPx * 1.4) return [piece];
  const cut = band.bottom + 1;
  if (piece.rect.bottom <= cut + 1 || piece.rect.top >= band.bottom) return [piece];
  const hanging = ink
    .partsFrom(piece, cut)
    .filter(
      ({ rect }) => isBar(rect, bodyHeightPx) || rect.bottom - cut > bodyHeightPx * OVERSHOOT_IN_BODIES,
    );
  if (hanging.length === 0) return [piece];
  const bottom = hanging.some(({ rect }) => rect.bottom === piece.rect.bottom) ? cut : piece.rect.bottom;
  return [{ ...piece, rect: { ...piece.rect, bottom } }, ...hanging];
}

/** A narrow stump under a letter: mai ek of the next line, most of it inside the letter's foot. */
function isBar(rect: PixelRect, bodyHeightPx: number): boolean {
  return (
    rect.right - rect.left <= bodyHeightPx * BAR_WIDTH &&
    rect.bottom - rect.top >= bodyHeightPx * SHORTEST_STUMP
  );
}

/** Gives a stump back the part of it that the letter above swallowed; the letter keeps it too. */
function wholeBar(part: InkPiece, bodyHeightPx: number): InkPiece {
  if (!isBar(part.rect, bodyHeightPx)) return part;
  const top = Math.min(part.rect.top, part.rect.bottom - Math.round(bodyHeightPx * BAR_HEIGHT));
  return { ...part, rect: { ...part.rect, top } };
}

/** Cuts marks between two lines that have grown together, in the row of least ink, so that each finds its letter. */
function cutStackedMarks(
  piece: InkPiece,
  bands: readonly BodyBand[],
  bodyHeightPx: number,
  ink: ComponentInk,
): InkPiece[] {
  const { top, bottom } = piece.rect;
  const height = bottom - top;
  if (height < bodyHeightPx * SINGLE_MARK || bandOf(piece.rect, bands) !== -1) return [piece];
  const hangsBelow = bands.some(
    (band) => top >= band.top && top - band.bottom < bodyHeightPx * 0.45 && bottom > band.bottom,
  );
  if (!hangsBelow) return [piece];
  let cut = -1;
  let least = Infinity;
  for (let row = top + Math.ceil(height * 0.3); row < bottom - height * 0.3; row++) {
    const count = ink.rowInk(piece, row);
    if (count < least) [cut, least] = [row, count];
  }
  if (cut <= top) return [piece];
  return [{ ...piece, rect: { ...piece.rect, bottom: cut } }, ...ink.partsFrom(piece, cut)];
}
