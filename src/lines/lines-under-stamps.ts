import { stampDistance } from "../image/find-stamps.ts";
import type { LiftedStamp } from "../image/lift-stamps.ts";
import type { InkPiece, TextLine } from "../model/line.ts";

/** How print reaches above and below the consonants of its line, and goes on along it, in body heights. */
const REACH_ABOVE = 0.9;
const REACH_BELOW = 0.6;
const WIDEST_GAP = 3;
/** Lines of one text begin alike and lie so far apart; both in body heights, the letters' size as a factor. */
const BEGIN_ALIKE = 0.5;
const SAME_PITCH = 0.25;
const SAME_SIZE = 1.18;
/** Bits narrower than this and so near to a ring's middle, in body heights, are its own. */
const NARROW = 0.5;
const ON_RING = 0.5;
/** A letter's middle in a stamp's ring itself is not outside of it. */
const RING = 1.02;

/**
 * The lines of ink that a stamp may lie on. Ink inside a stamp that could not be told from it is print only where it goes on
 * along a line that has print outside, or where a whole line begins, is as large and lies as far from the lines
 * outside as these do. The rest is the stamp's lettering, or cannot be known.
 *
 * @param group makes lines of pieces of ink
 */
export function linesUnderStamps(
  pieces: readonly InkPiece[],
  stamps: readonly LiftedStamp[],
  bodyHeightPx: number,
  group: (pieces: readonly InkPiece[]) => TextLine[],
): TextLine[] {
  if (stamps.length === 0) return group(pieces);
  const isPrint = (line: TextLine): boolean => !isRestOfRing(line, stamps, bodyHeightPx);
  const untold = stamps.filter(({ isTold }) => !isTold);
  const isInside = ({ rect }: InkPiece): boolean =>
    untold.some(
      (stamp) => stampDistance(stamp, (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2) <= RING,
    );
  const inside = pieces.filter(isInside);
  if (inside.length === 0) return group(pieces).filter(isPrint);
  const outside = pieces.filter((piece) => !isInside(piece));
  const own = group(outside);
  const along = goingOn(inside, own, bodyHeightPx);
  const rest = inside.filter((piece) => !along.has(piece));
  const alike = group(rest).filter((line) => isLikeOthers(line, own, bodyHeightPx));
  const kept = new Set(alike.flatMap((line) => line.pieces.map(({ component }) => component)));
  return group(
    pieces.filter((piece) => !isInside(piece) || along.has(piece) || kept.has(piece.component)),
  ).filter(isPrint);
}

/** Whether a line holds nothing but narrow bits on a ring: where rules cross it, it is as dark as print. */
function isRestOfRing(line: TextLine, stamps: readonly LiftedStamp[], body: number): boolean {
  return line.pieces.every(
    ({ rect }) =>
      rect.right - rect.left < body * NARROW &&
      stamps.some((stamp) => {
        const distance = stampDistance(stamp, (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2);
        return Math.abs(distance - 1) * stamp.radiusX <= body * ON_RING;
      }),
  );
}

/** Pieces that stand on a line, each near enough to the one before. */
function goingOn(pieces: readonly InkPiece[], lines: readonly TextLine[], body: number): Set<InkPiece> {
  const found = new Set<InkPiece>();
  for (const line of lines) {
    const high = line.baseline - line.bodyTop;
    const onLine = pieces.filter(
      ({ rect }) =>
        rect.top >= line.bodyTop - high * REACH_ABOVE && rect.bottom <= line.baseline + high * REACH_BELOW,
    );
    let [left, right] = [line.rect.left, line.rect.right];
    for (const piece of onLine.toSorted((a, b) => a.rect.left - b.rect.left)) {
      if (piece.rect.left > right + body * WIDEST_GAP || piece.rect.right < left) continue;
      found.add(piece);
      right = Math.max(right, piece.rect.right);
    }
    for (const piece of onLine.toSorted((a, b) => b.rect.right - a.rect.right)) {
      if (piece.rect.right < left - body * WIDEST_GAP || piece.rect.left > right) continue;
      found.add(piece);
      left = Math.min(left, piece.rect.left);
    }
  }
  return found;
}

function isLikeOthers(line: TextLine, others: readonly TextLine[], body: number): boolean {
  const pitches = others
    .slice(1)
    .map((other, i) => other.baseline - others[i]!.baseline)
    .toSorted((a, b) => a - b);
  const pitch = pitches[Math.floor(pitches.length / 2)];
  if (pitch === undefined || pitch < body) return false;
  return others.some((other) => {
    const size = (line.baseline - line.bodyTop) / (other.baseline - other.bodyTop);
    const apart = Math.abs(line.baseline - other.baseline) / pitch;
    return (
      Math.abs(line.rect.left - other.rect.left) <= body * BEGIN_ALIKE &&
      Math.max(size, 1 / size) <= SAME_SIZE &&
      Math.round(apart) >= 1 &&
      Math.abs(apart - Math.round(apart)) * pitch <= body * SAME_PITCH
    );
  });
}
