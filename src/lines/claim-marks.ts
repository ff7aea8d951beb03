import { type PixelRect, unionRect } from "../model/box.ts";
import type { InkPiece, TextLine } from "../model/line.ts";
import { inkShape, LETTER_CELL, shapeDistance } from "./ink-shape.ts";
import type { Context, Mark, Place } from "./page-marks.ts";
import { hasBearer, isMarkSized, LARGEST_MARK, SETTLED_WEIGHT, toPlace } from "./page-marks.ts";

/** Lines further apart than this do not reach into each other, in body heights. */
const WIDEST_PITCH = 2.7;
/** Two marks are one kind where they differ by no more: in shape, and in place and size (body heights). */
const SAME_SHAPE = 0.25;
const SAME_PLACE = 0.1;
/** Ink as unlike a kind of mark as this is something else; a mark grown into a letter holds some of that. */
const MOST_UNLIKE = 0.27;
/** Print has so many kinds of lower marks at most, each as it prints in one place or another; noise has any number. */
const MOST_KINDS = 60;
/** Lower vowels have their middle at least this far below the baseline, in body heights. */
const LOWER_MARK = 0.05;
/** Letters of the lower line that begin this near to the upper line's baseline can have grown into its marks. */
const REACH = 0.3;
/** Letters with a twin on the page as like as this are plain letters: heads of ไ ใ โ look like ุ. */
const TWIN = 0.2;
const TWIN_SIZE = 0.12;
/** How far the place of a mark varies, in body heights. */
const JITTER = 0.07;
/** Where two marks of a line share this much of the smaller, they are one. */
const SAME_INK = 0.4;

/** Ink that is a mark of a line and was counted as part of a letter. */
interface Claim {
  readonly piece: InkPiece;
  readonly unlike: number;
}

/**
 * Finds lower vowels that have grown into letters of the next line, and gives each line its own: ุ joined with the head of
 * ไ below. Each kind of lower mark that is known from elsewhere on the page is laid over the letter, at the height where
 * the upper line prints it. (The same for tone marks that reach into letters of the line above did harm: commas and
 * points of amounts were taken.)
 */
export function claimMarks(
  regions: readonly (readonly TextLine[])[],
  marks: readonly Mark[],
  context: Context,
): readonly (readonly TextLine[])[] {
  const kinds = kindsOf(marks);
  const isPlain = findTwins(regions, context);
  return regions.map((lines) => {
    const result = [...lines];
    for (let at = 0; at + 1 < result.length; at += 1) {
      const [upper, lower] = [result[at]!, result[at + 1]!];
      if (lower.baseline - upper.baseline > context.bodyHeightPx * WIDEST_PITCH) continue;
      [result[at], result[at + 1]] = claimBetween(upper, lower, kinds, isPlain, context);
    }
    return result;
  });
}

/** One of each kind among the lower marks whose line is known for certain. */
function kindsOf(marks: readonly Mark[]): Mark[] {
  const kinds: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => b.weight - a.weight)) {
    if (mark.weight < SETTLED_WEIGHT) break;
    const { depth } = mark.standing;
    if (depth < LOWER_MARK) continue;
    const isKnown = kinds.some(
      (kind) =>
        Math.abs(kind.standing.depth - depth) < SAME_PLACE &&
        Math.abs(kind.height - mark.height) + Math.abs(kind.width - mark.width) < 2 * SAME_PLACE &&
        shapeDistance(kind.shape, mark.shape) < SAME_SHAPE,
    );
    if (!isKnown) kinds.push(mark);
    if (kinds.length === MOST_KINDS) break;
  }
  return kinds;
}

function claimBetween(
  upper: TextLine,
  lower: TextLine,
  kinds: readonly Mark[],
  isPlain: (piece: InkPiece) => boolean,
  context: Context,
): [TextLine, TextLine] {
  const { bodyHeightPx } = context;
  const risers = lower.pieces.filter(
    (piece) =>
      piece.rect.top < upper.baseline + bodyHeightPx * REACH &&
      piece.rect.bottom - piece.rect.top > bodyHeightPx * LARGEST_MARK &&
      !isPlain(piece),
  );
  const claims = risers.flatMap((piece) => bestClaims(piece, upper, kinds, context));
  if (claims.length === 0) return [upper, lower];
  const rest = lower.pieces.flatMap((piece) => (risers.includes(piece) ? without(piece, claims) : [piece]));
  // A line of which nothing is left would have no place: its only letter is a letter.
  if (rest.length === 0) return [upper, lower];
  return [withPieces(upper, [...upper.pieces, ...claims.map(({ piece }) => piece)]), withPieces(lower, rest)];
}

/** Says of a letter whether another of its shape stands on the page. */
function findTwins(
  regions: readonly (readonly TextLine[])[],
  { bodyHeightPx, ink }: Context,
): (piece: InkPiece) => boolean {
  const letters = regions
    .flat()
    .flatMap((line) => line.pieces)
    .filter(({ rect }) => rect.bottom - rect.top > bodyHeightPx * (1 + LARGEST_MARK / 2))
    .map((piece) => ({ piece, shape: inkShape(piece, bodyHeightPx, ink, LETTER_CELL) }));
  const size = ({ rect }: InkPiece): [number, number] => [rect.right - rect.left, rect.bottom - rect.top];
  return (piece) => {
    const [width, height] = size(piece);
    const shape = inkShape(piece, bodyHeightPx, ink, LETTER_CELL);
    return letters.some((other) => {
      if (other.piece === piece) return false;
      const [otherWidth, otherHeight] = size(other.piece);
      return (
        Math.abs(width - otherWidth) + Math.abs(height - otherHeight) < 2 * TWIN_SIZE * bodyHeightPx &&
        shapeDistance(other.shape, shape) < TWIN
      );
    });
  };
}

/** The claims of a line on a piece of another line that explain its ink best, without overlap. */
function bestClaims(piece: InkPiece, line: TextLine, kinds: readonly Mark[], context: Context): Claim[] {
  // The letters of the line bear every kind alike.
  const place = toPlace(line, 0, 0, context.bodyHeightPx);
  const found = kinds.flatMap((kind) => layOver(piece, line, place, kind, context));
  const kept: Claim[] = [];
  for (const claim of found.toSorted((a, b) => a.unlike - b.unlike)) {
    if (kept.every((other) => shared(other.piece.rect, claim.piece.rect) === 0)) kept.push(claim);
  }
  return kept;
}

function layOver(
  piece: InkPiece,
  line: TextLine,
  place: Place,
  kind: Mark,
  { bodyHeightPx, ink }: Context,
): Claim[] {
  const heightPx = Math.round(kind.height * bodyHeightPx);
  const widthPx = Math.round(kind.width * bodyHeightPx);
  const middle = line.baseline + kind.standing.depth * bodyHeightPx;
  const jitterPx = Math.max(1, Math.round(bodyHeightPx * JITTER));
  const claims: Claim[] = [];
  for (let shift = -jitterPx; shift <= jitterPx; shift += 1) {
    const top = Math.round(middle - heightPx / 2) + shift;
    const bottom = top + heightPx;
    if (bottom > piece.rect.bottom + jitterPx || bottom <= piece.rect.top) continue;
    const rows = { ...piece, rect: { ...piece.rect, top, bottom } };
    for (const left of leftEdges(rows, widthPx, ink)) {
      const rect = { left, right: left + widthPx, top, bottom };
      const candidate = { component: piece.component, rect };
      const unlike = shapeDistance(inkShape(candidate, bodyHeightPx, ink), kind.shape);
      if (unlike > MOST_UNLIKE || !hasBearer(place, candidate, bodyHeightPx)) continue;
      if (line.pieces.some((own) => isMarkSized(own, bodyHeightPx) && isSameInk(own.rect, rect))) continue;
      claims.push({ piece: candidate, unlike });
    }
  }
  return claims;
}

/** Where a mark of this width can begin in connected stretches of ink. */
function leftEdges(rows: InkPiece, widthPx: number, ink: Context["ink"]): number[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of ink.runsOf(rows).toSorted((a, b) => a.start - b.start)) {
    const last = stretches.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches.flatMap(({ start, end }) => {
    if (end - start < widthPx * 0.6) return [];
    const room = Math.max(0, end - start - widthPx);
    return Array.from({ length: Math.min(room, 40) + 1 }, (_, step) => start + step);
  });
}

function shared(a: PixelRect, b: PixelRect): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}

function isSameInk(a: PixelRect, b: PixelRect): boolean {
  const area = (rect: PixelRect): number => (rect.right - rect.left) * (rect.bottom - rect.top);
  return shared(a, b) >= SAME_INK * Math.min(area(a), area(b));
}

/** A letter without the claims on it: what stands below, and beside, each of them. */
function without(piece: InkPiece, claims: readonly Claim[]): InkPiece[] {
  const claim = claims.find(
    (other) => other.piece.component === piece.component && shared(other.piece.rect, piece.rect) > 0,
  );
  if (claim === undefined) return [piece];
  const { rect } = piece;
  const taken = claim.piece.rect;
  const border = Math.min(taken.bottom, rect.bottom);
  const parts = [
    { ...rect, top: border },
    { ...rect, bottom: border, right: Math.min(taken.left, rect.right) },
    { ...rect, bottom: border, left: Math.max(taken.right, rect.left) },
  ];
  return parts
    .filter((part) => part.bottom > part.top && part.right > part.left)
    .map((part) => ({ ...piece, rect: part }));
}

function withPieces(line: TextLine, pieces: readonly InkPiece[]): TextLine {
  const sorted = pieces.toSorted((a, b) => a.rect.left - b.rect.left);
  return { ...line, pieces: sorted, rect: unionRect(sorted.map(({ rect }) => rect)) };
}
