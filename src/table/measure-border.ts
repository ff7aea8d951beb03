import type { GrayImage } from "../model/image.ts";
import type { Ruling } from "../model/table.ts";
import type { Edge } from "./cluster-positions.ts";
import { rulingAt } from "./find-rulings.ts";

/** A side is looked at in pieces of this length, in body heights; a low row's side in as many as `FEWEST_PIECES`. */
const PIECE_IN_BODIES = 0.5;
const FEWEST_PIECES = 6;
const SHORTEST_PIECE_PX = 3;
/** A rule lies within this many body heights of where its edge should be; further off where the edge is guessed. */
const STRAY_IN_BODIES = 0.12;
const STRAY_A_PIXEL = 0.004;
const FARTHEST_STRAY_IN_BODIES = 0.3;
/** Distances, in body heights from a rule, of which the lightest is the paper beside it: a double rule has its twin there. */
const BESIDE_IN_BODIES = [0.15, 0.3, 0.45] as const;
/**
 * A piece is drawn if it is darker than the paper by this much, and by this share of what the whole edge is. Level
 * edges ask for more: a line of print in the middle of a cell over two rows has strokes all along.
 */
const LEAST_CONTRAST = 14;
const LEVEL_CONTRAST_SHARE = 0.4;
const UPRIGHT_CONTRAST_SHARE = 0.25;
const SOLID_CONTRAST_SHARE = 0.7;
/** Print goes over an edge if so many rows, in body heights, hold ink at this distance, in body heights, on both sides. */
const NEAR_PRINT_IN_BODIES = [0.25, 0.8] as const;
const PRINT_ROWS_IN_BODIES = 0.4;
/**
 * A word goes over an upright edge if as many rows hold ink on both sides with no more than this, in body heights, between
 * it: strokes of one letter or of two are as near, while the print of two cells keeps clear of the rule between them.
 */
const WORD_GAP_IN_BODIES = 0.7;
/**
 * Of a high side so many of its rows at least: letters that begin right beside a rule, and dirt on its other side, came to
 * 3 in a hundred of a row of many lines; a heading over the edge has 9 of its header's, and 40 of a row of its own.
 */
const WORD_ROWS_SHARE = 0.06;
/** A stroke goes through a level edge if there is ink this far, in body heights, above and below it. */
const CUT_IN_BODIES = 0.15;
/** Print has at least this share of the contrast of the edge, and is this dark however light the rules are. */
const PRINT_SHARE = 0.5;
const LIGHTEST_PRINT = 160;
/** Pieces of an edge that tell its usual contrast. */
const SAMPLES = 48;

/** How much of one side of a place is drawn. */
export interface BorderMeasure {
  /** Number of pieces looked at. */
  readonly pieceCount: number;
  /** Share of its pieces in which a rule is to be seen. */
  readonly drawnShare: number;
  /** Share of its pieces that are as dark as the edge is elsewhere. */
  readonly solidShare: number;
  /** Whether it is to be seen at both ends. */
  readonly reachesBoth: boolean;
  /** Whether a word goes over it: print stands close to an upright one on both sides, or strokes go through a level one. */
  readonly isInPrint: boolean;
  /** Whether an upright one stands where letters of one word do, so near is the print on both sides. */
  readonly isInWord: boolean;
}

export const NO_BORDER: BorderMeasure = {
  pieceCount: 0,
  drawnShare: 0,
  solidShare: 0,
  reachesBoth: false,
  isInPrint: false,
  isInWord: false,
};

/**
 * Looks along an edge, in the grey, where it is drawn: broken and dotted rules show in nearly every piece of a
 * side; letters that happen to stand on the edge do not, since paper lies above and below them.
 */
export class BorderMeter {
  private readonly contrasts = new Map<Edge, number>();
  private readonly gray: GrayImage;
  private readonly bodyHeightPx: number;

  constructor(gray: GrayImage, bodyHeightPx: number) {
    this.gray = gray;
    this.bodyHeightPx = bodyHeightPx;
  }

  /**
   * The side of `edge` between `from` and `to` along it, in pixels. Of a scattered edge, single dots count: a piece
   * need not be as dark as the edge is elsewhere.
   */
  measure(edge: Edge, from: number, to: number, isScattered = false): BorderMeasure {
    const length = to - from;
    if (length < SHORTEST_PIECE_PX || edge.rulings.length === 0) return NO_BORDER;
    const isLevel = edge.rulings[0]!.orientation === "horizontal";
    const contrastShare = isLevel ? LEVEL_CONTRAST_SHARE : UPRIGHT_CONTRAST_SHARE;
    const usual = this.usualContrast(edge);
    const limit = isScattered ? LEAST_CONTRAST : Math.max(LEAST_CONTRAST, usual * contrastShare);
    const count = Math.max(
      1,
      Math.min(
        Math.floor(length / SHORTEST_PIECE_PX),
        Math.max(FEWEST_PIECES, Math.round(length / (this.bodyHeightPx * PIECE_IN_BODIES))),
      ),
    );
    const contrasts = Array.from({ length: count }, (_, index) => {
      const start = Math.round(from + (length * index) / count);
      const end = Math.round(from + (length * (index + 1)) / count);
      return this.contrast(edge, start, end);
    });
    const darkest = Math.min(LIGHTEST_PRINT, 255 - usual * PRINT_SHARE);
    return {
      pieceCount: count,
      drawnShare: contrasts.filter((contrast) => contrast >= limit).length / count,
      solidShare: contrasts.filter((contrast) => contrast >= usual * SOLID_CONTRAST_SHARE).length / count,
      reachesBoth: contrasts[0]! >= limit && contrasts.at(-1)! >= limit,
      isInPrint: isLevel
        ? this.cutsPrint(edge, from, to, darkest)
        : this.standsInPrint(edge, from, to, darkest),
      isInWord: !isLevel && this.standsInWord(edge, from, to, darkest),
    };
  }

  /** Whether rows of pixels hold ink close to the left of an upright edge and close to its right. */
  private standsInPrint(edge: Edge, from: number, to: number, darkest: number): boolean {
    const { widthPx, heightPx, data } = this.gray;
    const near = edge.thicknessPx / 2 + Math.max(2, this.bodyHeightPx * NEAR_PRINT_IN_BODIES[0]);
    const far = edge.thicknessPx / 2 + this.bodyHeightPx * NEAR_PRINT_IN_BODIES[1];
    const { position } = pathAt(edge.rulings, (from + to) / 2);
    let rows = 0;
    for (let y = Math.max(0, Math.ceil(from)); y < Math.min(heightPx, to); y++) {
      const holdsInk = (left: number, right: number): boolean => {
        const end = Math.min(widthPx, Math.ceil(right));
        for (let x = Math.max(0, Math.floor(left)); x < end; x++)
          if (data[y * widthPx + x]! <= darkest) return true;
        return false;
      };
      if (holdsInk(position - far, position - near) && holdsInk(position + near, position + far)) rows++;
    }
    return rows >= this.bodyHeightPx * PRINT_ROWS_IN_BODIES;
  }

  /** Whether the nearest ink on both sides of an upright edge is as near to each other as in a word. */
  private standsInWord(edge: Edge, from: number, to: number, darkest: number): boolean {
    const { widthPx, heightPx, data } = this.gray;
    const reach = Math.ceil(this.bodyHeightPx * WORD_GAP_IN_BODIES);
    const beside = edge.thicknessPx / 2 + 1;
    const { position } = pathAt(edge.rulings, (from + to) / 2);
    const [left, right] = [Math.round(position - beside), Math.round(position + beside)];
    let rows = 0;
    for (let y = Math.max(0, Math.ceil(from)); y < Math.min(heightPx, to); y++) {
      const isInk = (x: number): boolean => x >= 0 && x < widthPx && data[y * widthPx + x]! <= darkest;
      let before = 0;
      while (before <= reach && !isInk(left - before)) before++;
      let after = 0;
      while (before + after <= reach && !isInk(right + after)) after++;
      if (before + after <= reach) rows++;
    }
    return rows >= Math.max(this.bodyHeightPx * PRINT_ROWS_IN_BODIES, (to - from) * WORD_ROWS_SHARE);
  }

  /** Whether strokes go through a level edge: columns of pixels hold ink just above it and just below. */
  private cutsPrint(edge: Edge, from: number, to: number, darkest: number): boolean {
    const { widthPx, heightPx, data } = this.gray;
    const near = edge.thicknessPx / 2 + Math.max(2, this.bodyHeightPx * CUT_IN_BODIES);
    let columns = 0;
    for (let x = Math.max(0, Math.ceil(from)); x < Math.min(widthPx, to); x++) {
      const { position } = pathAt(edge.rulings, x);
      const [above, below] = [Math.floor(position - near), Math.ceil(position + near)];
      if (above < 0 || below >= heightPx) continue;
      if (data[above * widthPx + x]! <= darkest && data[below * widthPx + x]! <= darkest) columns++;
    }
    return columns >= this.bodyHeightPx * PRINT_ROWS_IN_BODIES;
  }

  /** The median contrast of an edge where its rules were found. */
  private usualContrast(edge: Edge): number {
    const known = this.contrasts.get(edge);
    if (known !== undefined) return known;
    const piece = Math.max(SHORTEST_PIECE_PX, Math.round(this.bodyHeightPx * PIECE_IN_BODIES));
    const starts = edge.spans.flatMap((span) =>
      Array.from({ length: Math.floor((span.end - span.start) / piece) }, (_, i) => span.start + i * piece),
    );
    const step = Math.max(1, Math.floor(starts.length / SAMPLES));
    const sampled = starts
      .filter((_, index) => index % step === 0)
      .map((start) => this.contrast(edge, start, start + piece))
      .toSorted((a, b) => a - b);
    const median = sampled[Math.floor(sampled.length / 2)] ?? 0;
    this.contrasts.set(edge, median);
    return median;
  }

  /** By how much the darkest track near the edge is darker than the paper on both of its sides. */
  private contrast(edge: Edge, start: number, end: number): number {
    const body = this.bodyHeightPx;
    const { position, distance } = pathAt(edge.rulings, (start + end) / 2);
    const stray = Math.round(
      Math.min(
        body * FARTHEST_STRAY_IN_BODIES,
        Math.max(2, body * STRAY_IN_BODIES) + edge.thicknessPx / 2 + distance * STRAY_A_PIXEL,
      ),
    );
    const isLevel = edge.rulings[0]!.orientation === "horizontal";
    const middle = Math.floor(position);
    let track = middle;
    let darkest = Infinity;
    for (let across = middle - stray; across <= middle + stray; across++) {
      const mean = this.mean(isLevel, across, start, end);
      if (mean < darkest) [track, darkest] = [across, mean];
    }
    const paper = (direction: 1 | -1): number =>
      Math.max(
        ...BESIDE_IN_BODIES.map((beside) =>
          this.mean(
            isLevel,
            track + direction * Math.ceil(edge.thicknessPx + Math.max(2, body * beside)),
            start,
            end,
          ),
        ),
      );
    return Math.min(paper(-1), paper(1)) - darkest;
  }

  /** Mean grey along a row or column of pixels; what lies outside of the page is white. */
  private mean(isLevel: boolean, across: number, start: number, end: number): number {
    const { widthPx, heightPx, data } = this.gray;
    if (across < 0 || across >= (isLevel ? heightPx : widthPx)) return 255;
    const first = Math.max(0, start);
    const last = Math.min(end, isLevel ? widthPx : heightPx);
    if (last <= first) return 255;
    const step = isLevel ? 1 : widthPx;
    let at = isLevel ? across * widthPx + first : first * widthPx + across;
    let sum = 0;
    for (let along = first; along < last; along++, at += step) sum += data[at]!;
    return sum / (last - first);
  }
}

/** Where rules of one edge lie at a place along it, and how far the nearest of them is. */
function pathAt(rulings: readonly Ruling[], along: number): { position: number; distance: number } {
  let before: Ruling | null = null;
  let after: Ruling | null = null;
  for (const ruling of rulings) {
    if (along >= ruling.start && along <= ruling.end)
      return { position: rulingAt(ruling, along), distance: 0 };
    if (ruling.end < along && (before === null || ruling.end > before.end)) before = ruling;
    if (ruling.start > along && (after === null || ruling.start < after.start)) after = ruling;
  }
  if (before !== null && after !== null) {
    const [from, to] = [rulingAt(before, before.end), rulingAt(after, after.start)];
    const share = (along - before.end) / (after.start - before.end);
    return {
      position: from + (to - from) * share,
      distance: Math.min(along - before.end, after.start - along),
    };
  }
  const [nearest, end] = before !== null ? [before, before.end] : [after!, after!.start];
  return { position: rulingAt(nearest, end), distance: Math.abs(along - end) };
}
