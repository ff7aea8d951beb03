import type { LiftedStamp } from "../image/lift-stamps.ts";
import type { PointBox } from "../model/box.ts";
import type { ReadCell, ReadLine, ReadPage, ReadTable } from "../model/reading.ts";
import { remark, type Remark } from "../model/remark.ts";

/** Symbols under a stamp are no surer than this: their fields are for review, and amounts are still believed. */
const UNDER_STAMP = 0.6;
/** A stamp that covers so much of a cell, each way, may have covered all that it says. */
const MOST_OF_CELL = 0.5;
/** A stamp's ring is as wide as this much beyond its middle. */
const WITH_RING = 1.06;

/** A stamp on a page, in points. */
export interface StampPlace {
  readonly box: PointBox;
  readonly isTold: LiftedStamp["isTold"];
}

/**
 * A page on which stamps were found: each gets a remark, a warning where it lies on a table and could not be told from the
 * print. Symbols under it are doubtful, a mark or dash that may be the stamp's counts as text, and a cell without any is hidden.
 * The lines' own confidence stays, since it tells which way up a page lies.
 */
export function doubtStamped(page: ReadPage, stamps: readonly StampPlace[]): ReadPage {
  if (stamps.length === 0) return page;
  const doubtLine = (line: ReadLine): ReadLine => ({
    ...line,
    symbols: line.symbols.map((symbol) =>
      stamps.some(({ box }) => isUnder(box, symbol.left, symbol.right, line.box))
        ? { ...symbol, confidence: Math.min(symbol.confidence, UNDER_STAMP) }
        : symbol,
    ),
  });
  const untold = stamps.filter(({ isTold }) => !isTold);
  const doubtCell = (cell: ReadCell): ReadCell => {
    if (cell.ink === "empty")
      return untold.some(({ box }) => covers(box, cell.box)) ? { ...cell, isHidden: true } : cell;
    const isUnsure = cell.lines.some(({ box }) =>
      untold.some((stamp) => isUnder(stamp.box, box.left, box.left + box.width, box)),
    );
    const ink = isUnsure && (cell.ink === "mark" || cell.ink === "dash") ? "text" : cell.ink;
    return { ...cell, ink, lines: cell.lines.map(doubtLine) };
  };
  return {
    ...page,
    tables: page.tables.map((table) => ({ ...table, cells: table.cells.map(doubtCell) })),
    lines: page.lines.map(doubtLine),
    remarks: [...page.remarks, ...stamps.map((stamp) => remarkStamp(stamp, page.tables))],
  };
}

function remarkStamp({ box, isTold }: StampPlace, tables: readonly ReadTable[]): Remark {
  const liesOn = (table: ReadTable): boolean => {
    const { across, down } = overlap(table.box, box);
    return across > 0 && down > 0;
  };
  if (isTold || !tables.some(liesOn))
    return remark("stamp", "info", "There is a round stamp here; what it says was not read.", { box });
  const message =
    "A round stamp lies over a table here and cannot be told from the print: text under it may be missing or wrong.";
  return remark("stamp-over-table", "warning", message, { box });
}

/** Whether the stretch of a line from `left` to `right` reaches under a stamp. */
function isUnder(stamp: PointBox, left: number, right: number, line: PointBox): boolean {
  const [x, y] = [stamp.left + stamp.width / 2, stamp.top + stamp.height / 2];
  const nearest = Math.min(right, Math.max(left, x));
  const middle = line.top + line.height / 2;
  const across = (nearest - x) / (stamp.width / 2);
  const down = (middle - y) / (stamp.height / 2);
  return Math.hypot(across, down) <= WITH_RING;
}

/** Whether a stamp lies over most of a cell's width and height, or with most of itself in a cell that is higher. */
function covers(stamp: PointBox, cell: PointBox): boolean {
  const { across, down } = overlap(stamp, cell);
  return across >= cell.width * MOST_OF_CELL && down >= Math.min(cell.height, stamp.height) * MOST_OF_CELL;
}

/** How far two boxes lie over each other each way; negative where they lie apart. */
function overlap(a: PointBox, b: PointBox): { across: number; down: number } {
  return {
    across: Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left),
    down: Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top),
  };
}
