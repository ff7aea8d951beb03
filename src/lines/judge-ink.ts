import type { Components } from "../image/find-components.ts";
import type { PixelRect } from "../model/box.ts";
import type { InkPiece, TextLine } from "../model/line.ts";
import type { CellInk } from "../model/reading.ts";
import { countHoles } from "./count-holes.ts";

/** Ink smaller than this in both directions, in body heights, is dirt when nothing else is in the cell. */
const DIRT = 0.3;
/** A dash is flatter than this and at most this long, in body heights. */
const DASH_HEIGHT = 0.35;
const DASH_LENGTH = 1.6;
/** A check mark is at least this high, and at most this high and wide, in body heights. */
const MARK_LOWEST = 0.6;
const MARK_LARGEST = 3;

/**
 * What a cell holds by the shape of its ink. `mark` is a single stroke figure without enclosed white
 * (`/ ✓ √ x`): letters and Thai digits have loops, so only such strokes and a few Arabic digits (1, 7) look alike,
 * which is why a mark counts only in a column of marks.
 */
export function judgeInk(lines: readonly TextLine[], components: Components, bodyHeightPx: number): CellInk {
  const pieces = lines.flatMap((line) => line.pieces).filter((piece) => !isDirt(piece.rect, bodyHeightPx));
  if (pieces.length === 0) return "empty";
  if (pieces.length === 1 && isDash(pieces[0]!.rect, bodyHeightPx)) return "dash";
  if (lines.length === 1 && isMark(pieces, components, bodyHeightPx)) return "mark";
  return "text";
}

function isDirt(rect: PixelRect, bodyHeightPx: number): boolean {
  return rect.right - rect.left < bodyHeightPx * DIRT && rect.bottom - rect.top < bodyHeightPx * DIRT;
}

function isDash(rect: PixelRect, bodyHeightPx: number): boolean {
  const width = rect.right - rect.left;
  const height = rect.bottom - rect.top;
  return height <= bodyHeightPx * DASH_HEIGHT && width <= bodyHeightPx * DASH_LENGTH && width > height;
}

function isMark(pieces: readonly InkPiece[], components: Components, bodyHeightPx: number): boolean {
  if (pieces.length !== 1) return false;
  const { rect } = pieces[0]!;
  const width = rect.right - rect.left;
  const height = rect.bottom - rect.top;
  return (
    height >= bodyHeightPx * MARK_LOWEST &&
    height <= bodyHeightPx * MARK_LARGEST &&
    width <= bodyHeightPx * MARK_LARGEST &&
    width >= height * 0.15 &&
    countHoles(pieces[0]!, components) === 0
  );
}
