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

/** Removes what is no print: components too small for it, and what the scanner's lid leaves, large black areas at the border. */
export function removeDirt(ink: BinaryImage, dpi: number): BinaryImage {
  const components = findComponents(ink);
  const largestSpeck = SPECK_AREA_IN_SQUARE_INCHES * dpi * dpi;
  const borderPx = Math.max(2, Math.round(dpi * BORDER_IN_INCHES));
  const thickPx = dpi * EDGE_THICKNESS_IN_INCHES;
  return erase(ink, components, (id) => {
    const { left, top, right, bottom, area } = components;
    if (area[id]! <= largestSpeck) return true;
    const touchesBorder =
      left[id]! < borderPx ||
      top[id]! < borderPx ||
      right[id]! > ink.widthPx - borderPx ||
      bottom[id]! > ink.heightPx - borderPx;
    if (!touchesBorder) return false;
    const longest = Math.max(right[id]! - left[id]!, bottom[id]! - top[id]!);
    // Mean thickness: a filled band is thick, a table frame that touches the border is all lines.
    return area[id]! / longest > thickPx;
  });
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
