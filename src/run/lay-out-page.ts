import { findComponents, type Components } from "../image/find-components.ts";
import { measureText } from "../image/measure-text.ts";
import { componentInk } from "../lines/component-ink.ts";
import { freeLines } from "../lines/free-lines.ts";
import { withoutDirt } from "../lines/without-dirt.ts";
import { groupIntoLines } from "../lines/group-into-lines.ts";
import { settleMarks } from "../lines/settle-marks.ts";
import { sortIntoCells } from "../lines/sort-into-cells.ts";
import type { TextLine } from "../model/line.ts";
import type { CleanPage } from "../model/page.ts";
import type { Ruling } from "../model/table.ts";
import { eraseRulings } from "../table/erase-rulings.ts";
import { findTables } from "../table/find-tables.ts";
import type { FilledGrid } from "../table/filled-grid.ts";
import { splitRows } from "../table/split-rows.ts";

/** Where everything on a page is, before anything is read. */
export interface PageLayout {
  readonly bodyHeightPx: number;
  readonly rulings: readonly Ruling[];
  /** The ink without rules, as components; lines refer to them. */
  readonly components: Components;
  readonly tables: readonly FilledGrid[];
  /** Lines outside every table. */
  readonly lines: readonly TextLine[];
}

/** An underline is at least this many body heights long; shorter strokes are print. */
const UNDERLINE_IN_BODIES = 4;

/** Finds the rules, the grids they draw, and the printed lines inside and outside of their cells. */
export function layOutPage(page: CleanPage): PageLayout {
  const all = findComponents(page.ink);
  const { bodyHeightPx } = measureText(all, page.dpi);
  const { grids, rulings, drawn } = findTables(page, all, bodyHeightPx);
  const underlines = drawn.filter(
    (ruling) =>
      ruling.orientation === "horizontal" && ruling.end - ruling.start >= bodyHeightPx * UNDERLINE_IN_BODIES,
  );
  const borders = grids.flatMap((grid) => grid.borders);
  const components = findComponents(eraseRulings(page.ink, [...borders, ...underlines], bodyHeightPx));
  const ink = componentInk(components);
  const cells = grids.flatMap((grid) => grid.cells);
  const sorted = sortIntoCells(
    components,
    cells.map((cell) => cell.rect),
    grids.map((grid) => grid.rect),
    bodyHeightPx,
  );
  const cellLines = settleMarks(
    sorted.inRegion.map((pieces) => groupIntoLines(pieces, bodyHeightPx, ink)),
    bodyHeightPx,
    ink,
  );
  let next = 0;
  const tables = grids
    .map((grid) => ({ grid, lines: grid.cells.map(() => withoutDirt(cellLines[next++]!, bodyHeightPx)) }))
    .map((table) => splitRows(table, bodyHeightPx));
  return {
    bodyHeightPx,
    rulings,
    components,
    tables,
    lines: freeLines(sorted.outside, bodyHeightPx, ink),
  };
}
