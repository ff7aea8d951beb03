import { type Components, findComponents } from "../image/find-components.ts";
import type { BinaryImage } from "../model/image.ts";

/**
 * Largest area of a speck in square inches: a dot of 14-point print covers ten times as much, the salt of a
 * dirty glass rarely half of it (4 pixels at 300 dpi, 2 at 200).
 */
const SPECK_AREA_IN_SQUARE_INCHES = 5e-5;
/** A component that begins this near to the page's border may belong to the scanner, in inches. */
const BORDER_IN_INCHES = 0.04;
/** Scanner edges are this thick at least, in inches; thinner ones are rules cut by the page's border. */
const EDGE_THICKNESS_IN_INCHES = 0.08;

/** Removes what the scanner's lid leaves: large black areas that touch the border of the page. */
export function removeScannerEdges(ink: BinaryImage, dpi: number): BinaryImage {
  const borderPx = Math.max(2, Math.round(dpi * BORDER_IN_INCHES));
  if (!hasInkAtBorder(ink, borderPx)) return ink;
  const components = findComponents(ink);
  const thickPx = dpi * EDGE_THICKNESS_IN_INCHES;
  return erase(ink, components, (id) => {
    const { left, top, right, bottom, area } = components;
    const touches =
      left[id]! < borderPx ||
      top[id]! < borderPx ||
      right[id]! > ink.widthPx - borderPx ||
      bottom[id]! > ink.heightPx - borderPx;
    if (!touches) return false;
    const longest = Math.max(right[id]! - left[id]!, bottom[id]! - top[id]!);
    // Mean thickness: a filled band is thick, a table frame that touches the border is all lines.
    return area[id]! / longest > thickPx;
  });
}

/** Removes components too small to be print. */
export function removeSpecks(ink: BinaryImage, dpi: number): BinaryImage {
  const largest = SPECK_AREA_IN_SQUARE_INCHES * dpi * dpi;
  const components = findComponents(ink);
  return erase(ink, components, (id) => components.area[id]! <= largest);
}

function hasInkAtBorder(ink: BinaryImage, borderPx: number): boolean {
  const { widthPx, heightPx, data } = ink;
  const has = (from: number, to: number): boolean => {
    const at = data.indexOf(1, from);
    return at !== -1 && at < to;
  };
  if (has(0, borderPx * widthPx) || has((heightPx - borderPx) * widthPx, heightPx * widthPx)) return true;
  for (let y = 0; y < heightPx; y++) {
    if (has(y * widthPx, y * widthPx + borderPx) || has((y + 1) * widthPx - borderPx, (y + 1) * widthPx))
      return true;
  }
  return false;
}

function erase(
  ink: BinaryImage,
  components: Components,
  isDirt: (component: number) => boolean,
): BinaryImage {
  const data = ink.data.slice();
  const { runs, runOffset, runOrder } = components;
  for (let id = 0; id < components.count; id++) {
    if (!isDirt(id)) continue;
    for (let k = runOffset[id]!; k < runOffset[id + 1]!; k++) {
      const run = runOrder[k]!;
      const line = runs.row[run]! * ink.widthPx;
      data.fill(0, line + runs.start[run]!, line + runs.end[run]!);
    }
  }
  return { widthPx: ink.widthPx, heightPx: ink.heightPx, data };
}
