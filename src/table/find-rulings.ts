import { greatest, least } from "../model/extremes.ts";
import { findRoot, type InkRuns, unite } from "../image/find-components.ts";
import type { BinaryImage } from "../model/image.ts";
import type { Ruling, Span } from "../model/table.ts";

/** A straight run must be this many body heights long to be part of a rule: no stroke of print is. */
const RUN_IN_BODIES = 1.8;
/** Pinholes and steps up to this share of the body height do not end a run. */
const PINHOLE_IN_BODIES = 0.12;
/** Pieces of one rule are joined over gaps up to this many body heights. */
const GAP_IN_BODIES = 2.5;
/** A gap up to this many body heights is a flaw of the print; a longer one may be a cell without a border. */
const SEAM_IN_BODIES = 0.25;
/** How far apart, across, two pieces of one rule may lie. */
const STEP_IN_BODIES = 0.2;
/** Thicker than this is a filled area. */
const THICKEST_IN_BODIES = 0.6;
/** A rule is at least this long after joining. */
const SHORTEST_IN_BODIES = 2;
/**
 * Along a rule, at least this share has paper on both sides. Rows of dense print that happen to form a long
 * run have ink above and below it nearly everywhere (measured at 150 dpi: rules 0.7 to 1, print 0.05 to 0.3).
 */
const FREE_SHARE = 0.45;

/**
 * Rules of one direction, and the pieces that they are broken into: reports have 41 rules at most both ways, paper ruled by
 * the millimetre 300 in A4. All rules are compared with all others.
 */
const MOST_RULINGS = 1000;
const MOST_PIECES = 20 * MOST_RULINGS;

/** Strips of one piece are at most so many rows apart: a scan leaves a row of a thin rule out. */
const STRIP_DISTANCES = [1, 2] as const;

interface Strip {
  readonly across: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The printed rules of a page, horizontal and vertical, broken ones mended. None of a direction that has more than any print:
 * what looks like rules is noise, and no table is to be made of it.
 */
export function findRulings(ink: BinaryImage, runs: InkRuns, bodyHeightPx: number): Ruling[] {
  const pinhole = Math.max(1, Math.floor(bodyHeightPx * PINHOLE_IN_BODIES));
  const shortest = Math.max(8, Math.round(bodyHeightPx * RUN_IN_BODIES));
  return [
    ...stripsToRulings(horizontalStrips(runs, pinhole, shortest), "horizontal", ink, bodyHeightPx),
    ...stripsToRulings(verticalStrips(runs, ink.widthPx, pinhole, shortest), "vertical", ink, bodyHeightPx),
  ];
}

function horizontalStrips(runs: InkRuns, pinhole: number, shortest: number): Strip[] {
  const strips: Strip[] = [];
  let i = 0;
  while (i < runs.count) {
    const row = runs.row[i]!;
    const start = runs.start[i]!;
    let end = runs.end[i]!;
    i++;
    while (i < runs.count && runs.row[i] === row && runs.start[i]! - end <= pinhole) {
      end = runs.end[i]!;
      i++;
    }
    if (end - start >= shortest) strips.push({ across: row, start, end });
  }
  return strips;
}

/** Walks the runs row by row and keeps, for each column, where its present vertical run began and last was. */
function verticalStrips(runs: InkRuns, widthPx: number, pinhole: number, shortest: number): Strip[] {
  const strips: Strip[] = [];
  const began = new Int32Array(widthPx).fill(-1);
  const last = new Int32Array(widthPx).fill(-1_000_000);
  const close = (x: number): void => {
    if (began[x]! >= 0 && last[x]! + 1 - began[x]! >= shortest) {
      strips.push({ across: x, start: began[x]!, end: last[x]! + 1 });
    }
  };
  for (let i = 0; i < runs.count; i++) {
    const y = runs.row[i]!;
    for (let x = runs.start[i]!, end = runs.end[i]!; x < end; x++) {
      if (y - last[x]! > pinhole + 1) {
        close(x);
        began[x] = y;
      }
      last[x] = y;
    }
  }
  for (let x = 0; x < widthPx; x++) close(x);
  return strips.toSorted((a, b) => a.across - b.across || a.start - b.start);
}

/** Neighbouring strips become pieces, pieces in line become rules. */
function stripsToRulings(
  strips: readonly Strip[],
  orientation: Ruling["orientation"],
  ink: BinaryImage,
  body: number,
): Ruling[] {
  const pieces = mergeStrips(strips)
    .filter((group) => freeShare(group, orientation, ink, body) >= FREE_SHARE)
    .map((group) => toRuling(group, orientation))
    .filter((piece) => piece.thicknessPx <= Math.max(4, body * THICKEST_IN_BODIES));
  if (pieces.length > MOST_PIECES) return [];
  const rulings = joinPieces(pieces, body).filter(
    (ruling) => ruling.end - ruling.start >= body * SHORTEST_IN_BODIES,
  );
  return rulings.length > MOST_RULINGS ? [] : rulings;
}

/**
 * Groups strips that overlap along and are at most two rows apart across. Strips come sorted by `across` and `start`, those
 * of one row do not overlap: so each is compared with its neighbours in the two rows before only, however many there are.
 */
function mergeStrips(strips: readonly Strip[]): Strip[][] {
  const parent = Int32Array.from(strips, (_, index) => index);
  const next = STRIP_DISTANCES.map(() => 0);
  strips.forEach((strip, index) => {
    STRIP_DISTANCES.forEach((distance, which) => {
      const across = strip.across - distance;
      const isBefore = (other: Strip): boolean =>
        other.across < across || (other.across === across && other.end <= strip.start);
      let at = next[which]!;
      while (at < index && isBefore(strips[at]!)) at++;
      next[which] = at;
      for (; at < index && strips[at]!.across === across && strips[at]!.start < strip.end; at++)
        unite(parent, index, at);
    });
  });
  const groups = new Map<number, Strip[]>();
  strips.forEach((strip, index) => {
    const root = findRoot(parent, index);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [strip]);
    else group.push(strip);
  });
  return [...groups.values()];
}

/** Share of a piece's length with paper a little above and a little below its strips (or left and right). */
function freeShare(
  group: readonly Strip[],
  orientation: Ruling["orientation"],
  ink: BinaryImage,
  body: number,
): number {
  const { start: first, end } = extentOf(group);
  const length = end - first;
  const lowest = new Int32Array(length).fill(0x7fffffff);
  const highest = new Int32Array(length).fill(-1);
  for (const strip of group) {
    for (let along = strip.start - first; along < strip.end - first; along++) {
      if (strip.across < lowest[along]!) lowest[along] = strip.across;
      if (strip.across > highest[along]!) highest[along] = strip.across;
    }
  }
  const distance = Math.max(2, Math.round(body * 0.1));
  const isInk = (across: number, along: number): boolean => {
    const [x, y] = orientation === "horizontal" ? [along, across] : [across, along];
    return x >= 0 && y >= 0 && x < ink.widthPx && y < ink.heightPx && ink.data[y * ink.widthPx + x] === 1;
  };
  let covered = 0;
  let free = 0;
  for (let along = 0; along < length; along++) {
    if (highest[along]! < 0) continue;
    covered++;
    if (!isInk(lowest[along]! - distance, along + first) && !isInk(highest[along]! + distance, along + first))
      free++;
  }
  return covered === 0 ? 0 : free / covered;
}

/** From where to where strips go, one at least. */
function extentOf(strips: readonly Strip[]): Span {
  const start = least(
    strips.map((strip) => strip.start),
    0,
  );
  return {
    start,
    end: greatest(
      strips.map((strip) => strip.end),
      start,
    ),
  };
}

/** Least-squares line through the strips' pixels. */
function toRuling(strips: readonly Strip[], orientation: Ruling["orientation"]): Ruling {
  const { start, end } = extentOf(strips);
  const middle = (start + end) / 2;
  let area = 0;
  let across = 0;
  let along = 0;
  for (const strip of strips) {
    const length = strip.end - strip.start;
    area += length;
    across += length * (strip.across + 0.5);
    along += length * ((strip.start + strip.end) / 2 - middle);
  }
  const meanAcross = across / area;
  const meanAlong = along / area;
  let covariance = 0;
  let variance = 0;
  for (const strip of strips) {
    const length = strip.end - strip.start;
    const centre = (strip.start + strip.end) / 2 - middle - meanAlong;
    covariance += length * centre * (strip.across + 0.5 - meanAcross);
    variance += length * (centre * centre + (length * length) / 12);
  }
  const slope = variance > 0 ? covariance / variance : 0;
  return {
    orientation,
    position: meanAcross - slope * meanAlong,
    slope,
    start,
    end,
    thicknessPx: area / (end - start),
    spans: [{ start, end }],
  };
}

function joinPieces(pieces: readonly Ruling[], body: number): Ruling[] {
  const joined: Ruling[] = [];
  for (const piece of pieces.toSorted((a, b) => a.start - b.start)) {
    const at = joined.findIndex(
      (other) =>
        Math.abs(rulingAt(other, piece.start) - rulingAt(piece, piece.start)) <=
          Math.max(2, body * STEP_IN_BODIES) &&
        piece.start - other.end <= body * GAP_IN_BODIES &&
        // Two rules side by side (a double rule) stay two.
        piece.start >= other.end - body,
    );
    const other = joined[at];
    if (!other) joined.push(piece);
    else joined[at] = concatenate(other, piece, body * SEAM_IN_BODIES);
  }
  return joined.toSorted((a, b) => a.position - b.position || a.start - b.start);
}

/** Where a rule lies at a place along it. */
export function rulingAt(ruling: Ruling, along: number): number {
  return ruling.position + ruling.slope * (along - (ruling.start + ruling.end) / 2);
}

/** Gaps up to `seamPx` vanish; larger ones stay gaps between the spans of one rule. */
function concatenate(a: Ruling, b: Ruling, seamPx: number): Ruling {
  const start = Math.min(a.start, b.start);
  const end = Math.max(a.end, b.end);
  const lengthA = a.end - a.start;
  const lengthB = b.end - b.start;
  const middleA = (a.start + a.end) / 2;
  const middleB = (b.start + b.end) / 2;
  const slope = middleB - middleA < 1 ? a.slope : (b.position - a.position) / (middleB - middleA);
  const spans = a.spans.slice(0, -1);
  const last = a.spans.at(-1)!;
  const first = b.spans[0]!;
  if (first.start - last.end <= seamPx) spans.push({ start: last.start, end: Math.max(last.end, first.end) });
  else spans.push(last, first);
  spans.push(...b.spans.slice(1));
  return {
    orientation: a.orientation,
    position: a.position + slope * ((start + end) / 2 - middleA),
    slope,
    start,
    end,
    thicknessPx: (a.thicknessPx * lengthA + b.thicknessPx * lengthB) / (lengthA + lengthB),
    spans,
  };
}
