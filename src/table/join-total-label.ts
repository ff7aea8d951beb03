import type { TextLine } from "../model/line.ts";
import type { GridCell, Ruling } from "../model/table.ts";
import type { FilledGrid } from "./filled-grid.ts";

/** The label stands in the middle of its cells within this distance, in body heights. */
const CENTRED = 1;
/** A border beside a row is drawn if so much of the row's height is. */
const DRAWN_SHARE = 0.3;

/**
 * The row of a total whose label stands in the middle of several columns: their cells become one. They are the first
 * columns, empty but for one line (รวม), and no rule is drawn between them.
 */
export function joinTotalLabel(table: FilledGrid, row: number, bodyHeightPx: number): FilledGrid {
  const { grid } = table;
  const own = grid.cells
    .map((cell, index) => ({ cell, lines: table.lines[index]! }))
    .filter(({ cell }) => cell.row === row && cell.rowSpan === 1)
    .toSorted((a, b) => a.cell.column - b.cell.column);
  const labelled = own.findIndex(({ lines }) => lines.length > 0);
  const [label, ...others] = own[labelled]?.lines ?? [];
  const first = own[0];
  if (label === undefined || others.length > 0 || first === undefined || first.cell.column !== 0)
    return table;
  const middle = (label.rect.left + label.rect.right) / 2;
  const distance = (last: number): number =>
    Math.abs((first.cell.rect.left + own[last]!.cell.rect.right) / 2 - middle);
  let best: number | null = null;
  for (let last = 0; last < own.length; last++) {
    if (last > 0 && isDrawn(own[last]!.cell, grid.borders)) break;
    if (last > labelled && own[last]!.lines.length > 0) break;
    if (last < labelled || distance(last) > bodyHeightPx * CENTRED) continue;
    if (best === null || distance(last) < distance(best)) best = last;
  }
  if (best === null || best === 0) return table;
  const joined = own.slice(0, best + 1).map(({ cell }) => cell);
  const whole: GridCell = {
    ...first.cell,
    columnSpan: joined.reduce((sum, cell) => sum + cell.columnSpan, 0),
    rect: { ...first.cell.rect, right: own[best]!.cell.rect.right },
  };
  const parts = grid.cells.flatMap((cell, index): { cell: GridCell; lines: readonly TextLine[] }[] =>
    cell === first.cell
      ? [{ cell: whole, lines: [label] }]
      : joined.includes(cell)
        ? []
        : [{ cell, lines: table.lines[index]! }],
  );
  return { grid: { ...grid, cells: parts.map(({ cell }) => cell) }, lines: parts.map(({ lines }) => lines) };
}

/** Whether a rule is drawn on the left of a cell, along enough of it. */
function isDrawn({ rect }: GridCell, borders: readonly Ruling[]): boolean {
  const height = rect.bottom - rect.top;
  const drawn = borders
    .filter(
      ({ orientation, position, thicknessPx }) =>
        orientation === "vertical" && Math.abs(position - rect.left) <= thicknessPx + 2,
    )
    .flatMap(({ spans }) => spans)
    .reduce(
      (sum, { start, end }) => sum + Math.max(0, Math.min(end, rect.bottom) - Math.max(start, rect.top)),
      0,
    );
  return drawn >= height * DRAWN_SHARE;
}
