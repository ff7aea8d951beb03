import type { GrayImage } from "../model/image.ts";

/** Side of a background tile in inches: larger than any letter, smaller than a shadow. */
const TILE_IN_INCHES = 0.16;
/** Share of a tile's pixels that must be at least as dark as what is taken for paper. */
const PAPER_QUANTILE = 0.8;
/** Paper this bright everywhere needs no correction. */
const WHITE_ENOUGH = 250;
/** Below this a tile is a photograph, a stamp or a scanner edge, not paper in shadow. */
const DARKEST_PAPER = 90;

/**
 * Lifts the paper to white: the brightness of the paper is estimated tile by tile, smoothed, and every pixel
 * is divided by it. Returns the same image when the paper is white already (bilevel scans).
 */
export function evenLight(gray: GrayImage, dpi: number): GrayImage {
  const tilePx = Math.max(8, Math.round(dpi * TILE_IN_INCHES));
  const columns = Math.max(1, Math.ceil(gray.widthPx / tilePx));
  const rows = Math.max(1, Math.ceil(gray.heightPx / tilePx));
  const paper = fillDarkTiles(measurePaper(gray, tilePx, columns, rows), columns, rows);
  if (paper.every((level) => level >= WHITE_ENOUGH)) return gray;
  return divideByPaper(gray, smooth(paper, columns, rows), tilePx, columns, rows);
}

/** Paper level of each tile from a histogram of every second pixel in both directions. */
function measurePaper(gray: GrayImage, tilePx: number, columns: number, rows: number): Float32Array {
  const { widthPx, heightPx, data } = gray;
  const paper = new Float32Array(columns * rows);
  const histogram = new Int32Array(256);
  for (let row = 0; row < rows; row++) {
    const bottom = Math.min(heightPx, (row + 1) * tilePx);
    for (let column = 0; column < columns; column++) {
      const right = Math.min(widthPx, (column + 1) * tilePx);
      histogram.fill(0);
      let total = 0;
      for (let y = row * tilePx; y < bottom; y += 2) {
        for (let at = y * widthPx + column * tilePx, end = y * widthPx + right; at < end; at += 2) {
          histogram[data[at]!]!++;
          total++;
        }
      }
      let level = 0;
      for (
        let seen = histogram[0]!;
        level < 255 && seen < total * PAPER_QUANTILE;
        seen += histogram[level]!
      ) {
        level++;
      }
      paper[row * columns + column] = level;
    }
  }
  return paper;
}

/** Tiles full of ink take the level of the brightest neighbour that is paper. */
function fillDarkTiles(paper: Float32Array, columns: number, rows: number): Float32Array {
  let current = paper;
  for (let pass = 0; pass < 4; pass++) {
    const next = current.slice();
    let dark = false;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        if (current[row * columns + column]! >= DARKEST_PAPER) continue;
        dark = true;
        next[row * columns + column] = brightestNeighbour(current, column, row, columns, rows);
      }
    }
    current = next;
    if (!dark) break;
  }
  return current.map((level) => Math.max(level, DARKEST_PAPER));
}

function brightestNeighbour(
  levels: Float32Array,
  column: number,
  row: number,
  columns: number,
  rows: number,
): number {
  let brightest = 0;
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
      brightest = Math.max(brightest, levels[y * columns + x]!);
    }
  }
  return brightest;
}

/** Mean over the 3×3 neighbourhood. */
function smooth(levels: Float32Array, columns: number, rows: number): Float32Array {
  return levels.map((_, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    let sum = 0;
    let count = 0;
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        sum += levels[y * columns + x]!;
        count++;
      }
    }
    return sum / count;
  });
}

/** The gain is interpolated between tile centres: bilinear by rows, linear along each row (16.16 fixed point). */
function divideByPaper(
  gray: GrayImage,
  paper: Float32Array,
  tilePx: number,
  columns: number,
  rows: number,
): GrayImage {
  const { widthPx, heightPx, data } = gray;
  const out = new Uint8Array(data.length);
  const gains = new Float32Array(columns);
  for (let y = 0; y < heightPx; y++) {
    const position = Math.min(rows - 1, Math.max(0, (y + 0.5) / tilePx - 0.5));
    const upper = Math.floor(position);
    const lower = Math.min(rows - 1, upper + 1);
    const share = position - upper;
    for (let column = 0; column < columns; column++) {
      const level = paper[upper * columns + column]! * (1 - share) + paper[lower * columns + column]! * share;
      gains[column] = (255 * 65536) / level;
    }
    let at = y * widthPx;
    let x = 0;
    for (let column = -1; column < columns; column++) {
      const from = gains[Math.max(0, column)]!;
      const to = gains[Math.min(columns - 1, column + 1)]!;
      const stop = Math.min(widthPx, Math.round((column + 1.5) * tilePx));
      const step = Math.round((to - from) / tilePx);
      let gain = Math.round(from);
      if (column === -1) gain = Math.round(to);
      for (; x < stop; x++, at++) {
        const value = (data[at]! * gain + 32768) >>> 16;
        out[at] = value > 255 ? 255 : value;
        gain += step;
      }
    }
  }
  return { widthPx, heightPx, data: out };
}
