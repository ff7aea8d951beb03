import { findComponents } from "../image/find-components.ts";
import type { BinaryImage } from "../model/image.ts";
import { printFragments } from "./print-fragments.ts";
import { maskScannerEdges } from "./scanner-edges.ts";

/**
 * Largest area of a speck in square inches: a dot of 14-point print covers ten times as much, the salt of a
 * dirty glass rarely half of it (4 pixels at 300 dpi, 2 at 200).
 */
const SPECK_AREA_IN_SQUARE_INCHES = 5e-5;
/** A component that begins this near to the page's border may belong to the scanner, in inches. */
const BORDER_IN_INCHES = 0.04;
/** Scanner edges are this thick at least, in inches; thinner ones are rules cut by the page's border. */
const EDGE_THICKNESS_IN_INCHES = 0.08;

/** At the border itself all of a component that is a scanner edge is dirt, also where it is thin; in inches. */
const MARGIN_IN_INCHES = 0.12;

/**
 * Removes what is no print: components too small for it (unless they are pieces of broken print), and what the
 * scanner's lid leaves, large black areas at the border.
 * Of a component that is such an area and a table grown together, the table stays.
 */
export function removeDirt(ink: BinaryImage, dpi: number): BinaryImage {
  const { widthPx, heightPx } = ink;
  const components = findComponents(ink);
  const { left, top, right, bottom, area, runs, runOffset, runOrder } = components;
  const largestSpeck = SPECK_AREA_IN_SQUARE_INCHES * dpi * dpi;
  const borderPx = Math.max(2, Math.round(dpi * BORDER_IN_INCHES));
  const thickPx = dpi * EDGE_THICKNESS_IN_INCHES;
  const specks: number[] = [];
  const edges: number[] = [];
  for (let id = 0; id < components.count; id++) {
    const touchesBorder =
      left[id]! < borderPx ||
      top[id]! < borderPx ||
      right[id]! > widthPx - borderPx ||
      bottom[id]! > heightPx - borderPx;
    const longest = Math.max(right[id]! - left[id]!, bottom[id]! - top[id]!);
    if (area[id]! <= largestSpeck) specks.push(id);
    // Mean thickness: that of a filled band is its own, that of a single rule is little. A grid of rules may have any.
    else if (touchesBorder && area[id]! / longest > thickPx) edges.push(id);
  }
  const data = ink.data.slice();
  const runsOf = (id: number): Int32Array => runOrder.subarray(runOffset[id], runOffset[id + 1]);
  const paint = (id: number, value: 0 | 1): void => {
    for (const run of runsOf(id)) {
      const line = runs.row[run]! * widthPx;
      data.fill(value, line + runs.start[run]!, line + runs.end[run]!);
    }
  };
  for (const id of specks) paint(id, 0);
  for (const id of printFragments({ widthPx, heightPx, data }, components, specks, dpi)) paint(id, 1);
  if (edges.length === 0) return { widthPx, heightPx, data };
  const mask = maskScannerEdges(components, edges, ink, thickPx);
  const margin = Math.round(dpi * MARGIN_IN_INCHES);
  for (const id of edges) {
    const own = runsOf(id);
    const isMasked = (run: number): boolean => {
      const line = runs.row[run]! * widthPx;
      return mask.subarray(line + runs.start[run]!, line + runs.end[run]!).includes(1);
    };
    if (!own.some(isMasked)) continue;
    for (const run of own) {
      const y = runs.row[run]!;
      const isAtEnd = y < margin || y >= heightPx - margin;
      for (let x = runs.start[run]!; x < runs.end[run]!; x++) {
        const isAtSide = x < margin || x >= widthPx - margin;
        if (isAtEnd || isAtSide || mask[y * widthPx + x] === 1) data[y * widthPx + x] = 0;
      }
    }
  }
  return { widthPx, heightPx, data };
}
