import { RecentMap } from "./recent-map.ts";

/** Where the parts of a long text stand, found without going through all of it for each question. */
export interface PartIndex {
  readonly text: string;
  /** How often a part stands in the text, overlapping places counted once; of very many places an estimate. */
  count(part: string): number;
  has(part: string): boolean;
  /**
   * Places where `left` stands, from the left, with every gap of `shortest` to `longest` letters up to `right`; of very
   * many places the first ones. One of both parts has five letters or more.
   */
  between(left: string, right: string, shortest: number, longest: number): Iterable<Gap>;
}

/** What stands between two parts; half-open. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/** Letters of the pieces that are listed: more rarely stand in many places, fewer in most. */
const PIECE = 5;
/**
 * Places that are looked at for one question. The most frequent five letters of a report of thirty pages stand in some
 * hundred; a list of 100,000 rows has its most frequent ones as often, and looking at all of them for each row is what
 * takes hours.
 */
const MOST_COUNTED = 5_000;
const MOST_GAPS = 2_000;
const MOST_BITS = 22;
const FACTOR = 0x01000193;
/** What the first letter of a piece has been multiplied with when the last one is added. */
const OLDEST = Math.imul(Math.imul(FACTOR, FACTOR), Math.imul(FACTOR, FACTOR));

/** Lists the places of all pieces of five letters, by a hash: four bytes a letter, made in one pass. */
export function indexParts(text: string): PartIndex {
  const pieceCount = Math.max(0, text.length - PIECE + 1);
  const bits = Math.min(MOST_BITS, Math.max(8, Math.ceil(Math.log2(pieceCount + 1))));
  const { firsts, places } = listPlaces(text, pieceCount, bits);

  const listOf = (piece: string, at: number): readonly [first: number, end: number] => {
    const bucket = bucketOf(hashAt(piece, at), bits);
    return [firsts[bucket]!, firsts[bucket + 1]!];
  };
  /** The piece of a part that has the shortest list. */
  const rarest = (part: string): { offset: number; first: number; end: number } => {
    let found = { offset: 0, first: 0, end: Infinity };
    for (let offset = 0; offset + PIECE <= part.length; offset++) {
      const [first, end] = listOf(part, offset);
      if (end - first < found.end - found.first) found = { offset, first, end };
    }
    return found;
  };
  const countNew = (part: string): number => {
    if (part.length < PIECE) return text.split(part).length - 1;
    const { offset, first, end } = rarest(part);
    const last = Math.min(end, first + MOST_COUNTED);
    let [found, free] = [0, 0];
    for (let index = first; index < last; index++) {
      const at = places[index]! - offset;
      if (at < free || !text.startsWith(part, at)) continue;
      found++;
      free = at + part.length;
    }
    return last === end ? found : Math.round((found * (end - first)) / MOST_COUNTED);
  };

  const known = new RecentMap<number>();
  const count = (part: string): number => known.getOrMake(part, () => countNew(part));

  return {
    text,
    count,
    has: (part) => count(part) > 0,
    *between(left, right, shortest, longest) {
      const [byLeft, byRight] = [rarest(left), rarest(right)];
      if (byLeft.end - byLeft.first <= byRight.end - byRight.first) {
        if (byLeft.end === Infinity) return;
        const last = Math.min(byLeft.end, byLeft.first + MOST_GAPS);
        for (let index = byLeft.first; index < last; index++) {
          const at = places[index]! - byLeft.offset;
          if (at < 0 || !text.startsWith(left, at)) continue;
          const start = at + left.length;
          for (let size = shortest; size <= longest; size++) {
            if (text.startsWith(right, start + size)) yield { start, end: start + size };
          }
        }
        return;
      }
      const gaps: Gap[] = [];
      const last = Math.min(byRight.end, byRight.first + MOST_GAPS);
      for (let index = byRight.first; index < last; index++) {
        const end = places[index]! - byRight.offset;
        if (end < 0 || !text.startsWith(right, end)) continue;
        for (let size = shortest; size <= longest; size++) {
          const start = end - size;
          if (start >= left.length && text.startsWith(left, start - left.length)) gaps.push({ start, end });
        }
      }
      yield* gaps.toSorted((a, b) => a.start - b.start || a.end - b.end);
    },
  };
}

/** The places of all pieces, those of one bucket beside one another, from the left. */
function listPlaces(
  text: string,
  pieceCount: number,
  bits: number,
): { firsts: Uint32Array; places: Uint32Array } {
  const firsts = new Uint32Array(2 ** bits + 1);
  forEachPiece(text, pieceCount, bits, (bucket) => {
    firsts[bucket + 1]! += 1;
  });
  for (let bucket = 1; bucket < firsts.length; bucket++) firsts[bucket]! += firsts[bucket - 1]!;
  const places = new Uint32Array(pieceCount);
  const next = firsts.slice();
  forEachPiece(text, pieceCount, bits, (bucket, at) => {
    places[next[bucket]!] = at;
    next[bucket]! += 1;
  });
  return { firsts, places };
}

function forEachPiece(
  text: string,
  pieceCount: number,
  bits: number,
  visit: (bucket: number, at: number) => void,
): void {
  let hash = pieceCount > 0 ? hashAt(text, 0) : 0;
  for (let at = 0; at < pieceCount; at++) {
    visit(bucketOf(hash, bits), at);
    const withoutOldest = (hash - Math.imul(text.charCodeAt(at), OLDEST)) | 0;
    hash = (Math.imul(withoutOldest, FACTOR) + text.charCodeAt(at + PIECE)) | 0;
  }
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + PIECE; index++) {
    hash = (Math.imul(hash, FACTOR) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

/** The upper bits of a product with the golden ratio: neighbouring hashes fall far apart. */
function bucketOf(hash: number, bits: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
}
