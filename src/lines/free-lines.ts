import { unionRect } from "../model/box.ts";
import type { InkPiece, TextLine } from "../model/line.ts";
import type { ComponentInk } from "./component-ink.ts";
import { groupIntoLines } from "./group-into-lines.ts";

/** Letters farther apart than this, in body heights, do not belong to one printed line. */
const WIDEST_GAP = 5;
/** In print at least this share of the larger pieces has the height of a letter; in dirt sizes are anyhow. */
const LETTER_SHARE = 0.3;
const LOWEST_LETTER = 0.6;
const HIGHEST_LETTER = 2.4;

/** The lines outside of tables: titles, text, signatures. What is no print (dithered shadows, dirt) is dropped. */
export function freeLines(pieces: readonly InkPiece[], bodyHeightPx: number, ink: ComponentInk): TextLine[] {
  return groupIntoLines(pieces, bodyHeightPx, ink)
    .flatMap((line) => splitAtGaps(line, bodyHeightPx * WIDEST_GAP))
    .filter((line) => looksLikePrint(line))
    .toSorted((a, b) => a.bodyTop - b.bodyTop || a.rect.left - b.rect.left);
}

function splitAtGaps(line: TextLine, widestGapPx: number): TextLine[] {
  const parts: InkPiece[][] = [];
  let right = -Infinity;
  for (const piece of line.pieces) {
    const part = parts.at(-1);
    if (part && piece.rect.left - right <= widestGapPx) part.push(piece);
    else parts.push([piece]);
    right = Math.max(right, piece.rect.right);
  }
  return parts.map((members) => ({
    ...line,
    pieces: members,
    rect: unionRect(members.map((piece) => piece.rect)),
  }));
}

function looksLikePrint(line: TextLine): boolean {
  const band = line.baseline - line.bodyTop;
  const heights = line.pieces
    .map((piece) => (piece.rect.bottom - piece.rect.top) / band)
    .filter((height) => height > 0.3);
  const letters = heights.filter((height) => height >= LOWEST_LETTER && height <= HIGHEST_LETTER);
  return letters.length > 0 && letters.length >= heights.length * LETTER_SHARE;
}
