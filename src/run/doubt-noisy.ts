import type { PointBox } from "../model/box.ts";
import type { ReadCell, ReadPage } from "../model/reading.ts";

/**
 * A page from which noise was taken away: cells in that place which seem to be empty may have held print, and count as
 * hidden, so that their records are for review.
 */
export function doubtNoisy(page: ReadPage): ReadPage {
  const places = page.remarks.flatMap(({ code, box }) =>
    code === "too-much-noise" && box !== null ? [box] : [],
  );
  if (places.length === 0) return page;
  const doubtCell = (cell: ReadCell): ReadCell =>
    cell.ink === "empty" && places.some((place) => overlap(place, cell.box))
      ? { ...cell, isHidden: true }
      : cell;
  return { ...page, tables: page.tables.map((table) => ({ ...table, cells: table.cells.map(doubtCell) })) };
}

function overlap(a: PointBox, b: PointBox): boolean {
  return (
    Math.min(a.left + a.width, b.left + b.width) > Math.max(a.left, b.left) &&
    Math.min(a.top + a.height, b.top + b.height) > Math.max(a.top, b.top)
  );
}
