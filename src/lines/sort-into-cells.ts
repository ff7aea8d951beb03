import { indexByPlace } from "../image/index-by-place.ts";
import { type Components, componentRect } from "../image/find-components.ts";
import { holdsPoint, type PixelRect } from "../model/box.ts";
import type { InkPiece } from "../model/line.ts";

/** Ink sorted by where its centre lies; index i of `inRegion` belongs to region i of the input. */
export interface SortedInk {
  readonly inRegion: readonly (readonly InkPiece[])[];
  readonly outside: readonly InkPiece[];
}

/** Ink larger than any letter, or as thin and long as no stroke, in body heights: rests of rules, dirt, drawings. */
const HIGHEST_PRINT = 4.5;
const LONGEST_STROKE = 8;
const TALLEST_STROKE = 2.8;
const THIN = 0.3;
/** A mark that hangs into a border is at least this high, in body heights. */
const LOWEST_MARK = 0.2;
const HIGHEST_MARK = 0.9;
const TIP_GAP = 0.15;
/** Borders are narrower than this, double rules too, in body heights. */
const WIDEST_BORDER = 0.9;
/** What a rule leaves behind is this thin and this near to the border of the cell, in body heights. */
const REST_THICKNESS = 0.2;
const REST_DISTANCE = 0.2;
/** Squares in which regions are looked up, in body heights: about as large as a small cell. */
const SQUARE_IN_BODIES = 4;

/**
 * Gives every component that can be print to the region that holds its centre; regions do not overlap. What
 * lies between the regions of one table (in its borders) is the rest of a rule and dropped; what lies inside a table and
 * near no region is outside.
 *
 * @param tables the rectangles around the tables that the regions belong to
 */
export function sortIntoCells(
  components: Components,
  regions: readonly PixelRect[],
  tables: readonly PixelRect[],
  bodyHeightPx: number,
): SortedInk {
  const inRegion: InkPiece[][] = regions.map(() => []);
  const outside: InkPiece[] = [];
  const regionAt = indexByPlace(regions, bodyHeightPx * SQUARE_IN_BODIES);
  // Print inside a table that no cell is near to (a column whose rules are lost) stands outside of it, and is not lost.
  const widestBorder = bodyHeightPx * WIDEST_BORDER;
  const isNearRegion = (x: number, y: number): boolean =>
    [-1, 0, 1].some((across) =>
      [-1, 0, 1].some((down) => regionAt(x + across * widestBorder, y + down * widestBorder) !== -1),
    );
  // The tip of a tone mark may end inside the rule.
  const regionBelow = (x: number, y: number): number => {
    const at = regionAt(x, y - 1);
    return at === -1 ? regionAt(x, y + bodyHeightPx * TIP_GAP) : at;
  };
  for (let component = 0; component < components.count; component++) {
    const rect = componentRect(components, component);
    if (!canBePrint(rect, bodyHeightPx)) continue;
    const x = (rect.left + rect.right) / 2;
    const y = (rect.top + rect.bottom) / 2;
    let at = regionAt(x, y);
    if (at !== -1 && crossesBorder(rect, regions[at]!, bodyHeightPx)) {
      // A mark through the rule: its bearer tells the cell, not the side on which more of it lies.
      const home = hangsUnderLetter(component, components, bodyHeightPx)
        ? regionAt(x, rect.top)
        : regionBelow(x, rect.bottom);
      if (home !== -1) at = home;
    }
    if (at === -1 && isNearRegion(x, y) && tables.some((table) => holdsPoint(table, x, y))) {
      // On a border: a mark that hangs or reaches through the rule, else the rest of the rule.
      if (rect.bottom - rect.top < bodyHeightPx * LOWEST_MARK || rect.right - rect.left > bodyHeightPx)
        continue;
      at = hangsUnderLetter(component, components, bodyHeightPx)
        ? regionAt(x, rect.top)
        : regionBelow(x, rect.bottom);
      if (at === -1) continue;
    }
    if (at === -1) outside.push({ component, rect });
    else if (!isRestOfRule(rect, regions[at]!, bodyHeightPx)) inRegion[at]!.push({ component, rect });
  }
  return { inRegion, outside };
}

function crossesBorder(rect: PixelRect, region: PixelRect, bodyHeightPx: number): boolean {
  const isSmall =
    rect.bottom - rect.top < bodyHeightPx * HIGHEST_MARK && rect.right - rect.left < bodyHeightPx;
  return isSmall && (rect.bottom > region.bottom || rect.top < region.top);
}

/** Whether a letter stands close above a mark. */
function hangsUnderLetter(mark: number, components: Components, bodyHeightPx: number): boolean {
  const { left, top, right, bottom } = components;
  for (let id = 0; id < components.count; id++) {
    if (id === mark || bottom[id]! - top[id]! < bodyHeightPx * 0.7) continue;
    // A letter with a tail of its own (ฤ, or one that has grown into another mark) ends lower than its body.
    const isAbove = top[id]! < top[mark]! - bodyHeightPx / 2 && top[mark]! - bottom[id]! < bodyHeightPx * 0.3;
    if (isAbove && left[id]! < right[mark]! && right[id]! > left[mark]!) return true;
  }
  return false;
}

/** A thin streak along the border of its cell. */
function isRestOfRule(rect: PixelRect, region: PixelRect, bodyHeightPx: number): boolean {
  const width = rect.right - rect.left;
  const height = rect.bottom - rect.top;
  const near = bodyHeightPx * REST_DISTANCE;
  const isFlat = height < bodyHeightPx * REST_THICKNESS && width > 2 * height;
  const isUpright = width < bodyHeightPx * REST_THICKNESS && height > 2 * width;
  return (
    (isFlat && (rect.top - region.top < near || region.bottom - rect.bottom < near)) ||
    (isUpright && (rect.left - region.left < near || region.right - rect.right < near))
  );
}

function canBePrint(rect: PixelRect, bodyHeightPx: number): boolean {
  const width = rect.right - rect.left;
  const height = rect.bottom - rect.top;
  if (height > bodyHeightPx * HIGHEST_PRINT) return false;
  if (width > bodyHeightPx * LONGEST_STROKE && height < bodyHeightPx * THIN) return false;
  return !(height > bodyHeightPx * TALLEST_STROKE && width < bodyHeightPx * THIN);
}
