import { unionRect } from "../model/box.ts";
import type { InkPiece, TextLine } from "../model/line.ts";
import type { ComponentInk } from "./component-ink.ts";
import { groupIntoLines } from "./group-into-lines.ts";

/** Letters farther apart than this, in body heights, do not belong to one printed line. */
const WIDEST_GAP = 5;
/** Smaller ink is a dot, a tone mark's stump or dust, in body heights. */
const DUST = 0.3;
/** Rows of marks are lower than this share of their line, and no farther away than this share. */
const LOW_BLOCK = 0.6;
const MARK_GAP = 0.5;
/** In print at least this share of the larger pieces has the height of a letter; in dirt sizes are anyhow. */
const LETTER_SHARE = 0.3;
const LOWEST_LETTER = 0.6;
const HIGHEST_LETTER = 2.4;

/** The lines outside of tables: titles, text, signatures. What is no print (dithered shadows, dirt) is dropped. */
export function freeLines(pieces: readonly InkPiece[], bodyHeightPx: number, ink: ComponentInk): TextLine[] {
  return splitIntoBlocks(pieces, bodyHeightPx)
    .flatMap((block) => groupIntoLines(block, bodyHeightPx, ink))
    .flatMap((line) => splitAtGaps(line, bodyHeightPx * WIDEST_GAP))
    .filter((line) => looksLikePrint(line))
    .toSorted((a, b) => a.bodyTop - b.bodyTop || a.rect.left - b.rect.left);
}

/** Rows of a region from `top` to `bottom` (exclusive), and what stands in them. */
interface Block {
  readonly top: number;
  bottom: number;
  readonly members: InkPiece[];
}

/**
 * Pieces between rows without print: a title is often set in another size than what follows. A low block close to a
 * higher one is the marks of its line and joins it; dust goes to the nearest block.
 */
function splitIntoBlocks(pieces: readonly InkPiece[], bodyHeightPx: number): (readonly InkPiece[])[] {
  const blocks: Block[] = [];
  const isDust = ({ rect }: InkPiece): boolean => rect.bottom - rect.top < bodyHeightPx * DUST;
  for (const piece of pieces.filter((one) => !isDust(one)).toSorted((a, b) => a.rect.top - b.rect.top)) {
    const { top, bottom } = piece.rect;
    const last = blocks.at(-1);
    if (last !== undefined && top < last.bottom) {
      last.members.push(piece);
      last.bottom = Math.max(last.bottom, bottom);
    } else blocks.push({ top, bottom, members: [piece] });
  }
  if (blocks.length === 0) return [pieces];
  const bearers = new Map(blocks.map((block) => [block, bearerOf(block, blocks)]));
  // Each bearer is higher than what it bears, so this ends.
  const root = (block: Block): Block => (bearers.get(block) ? root(bearers.get(block)!) : block);
  for (const piece of pieces.filter(isDust)) nearest(piece.rect, blocks).members.push(piece);
  return [...Map.groupBy(blocks, root).values()].map((parts) => parts.flatMap(({ members }) => members));
}

type Rows = Pick<Block, "top" | "bottom">;

/** The block of letters whose marks these rows are, if any. */
function bearerOf(block: Block, blocks: readonly Block[]): Block | null {
  const height = block.bottom - block.top;
  const higher = blocks.filter(({ top, bottom }) => height < (bottom - top) * LOW_BLOCK);
  if (higher.length === 0) return null;
  const bearer = nearest(block, higher);
  return gapBetween(block, bearer) < (bearer.bottom - bearer.top) * MARK_GAP ? bearer : null;
}

function nearest(rows: Rows, blocks: readonly Block[]): Block {
  return blocks.reduce((best, block) => (gapBetween(rows, block) < gapBetween(rows, best) ? block : best));
}

function gapBetween(a: Rows, b: Rows): number {
  return Math.max(0, a.top - b.bottom, b.top - a.bottom);
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
