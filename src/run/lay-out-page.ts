import { findComponents, type Components } from "../image/find-components.ts";
import { findStamps, type Stamp } from "../image/find-stamps.ts";
import { type LiftedStamp, liftStamps } from "../image/lift-stamps.ts";
import { measureText } from "../image/measure-text.ts";
import { componentInk } from "../lines/component-ink.ts";
import { freeLines } from "../lines/free-lines.ts";
import { withoutDirt } from "../lines/without-dirt.ts";
import { groupIntoLines } from "../lines/group-into-lines.ts";
import { linesUnderStamps } from "../lines/lines-under-stamps.ts";
import { settleMarks } from "../lines/settle-marks.ts";
import { sortIntoCells } from "../lines/sort-into-cells.ts";
import type { BinaryImage } from "../model/image.ts";
import type { TextLine } from "../model/line.ts";
import type { CleanPage } from "../model/page.ts";
import type { Ruling } from "../model/table.ts";
import { eraseRulings } from "../table/erase-rulings.ts";
import { findTables, type PageTables } from "../table/find-tables.ts";
import type { FilledGrid } from "../table/filled-grid.ts";
import { isOfRing } from "../table/is-of-ring.ts";
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
  /** Round stamps over the page. */
  readonly stamps: readonly LiftedStamp[];
}

/** An underline is at least this many body heights long; shorter strokes are print. */
const UNDERLINE_IN_BODIES = 4;

/** Finds the rules, the grids they draw, and the printed lines inside and outside of their cells. */
export function layOutPage(page: CleanPage): PageLayout {
  const all = findComponents(page.ink);
  const { bodyHeightPx } = measureText(all, page.dpi);
  const { grids, rulings, unruled, inked, stamps } = findTablesAndStamps(page, all, bodyHeightPx);
  const lifted = liftStamps(unruled, page.gray, stamps, {
    bodyHeightPx,
    dpi: page.dpi,
  });
  const components = lifted.stamps.length === 0 ? inked : findComponents(lifted.ink);
  const ink = componentInk(components);
  const cells = grids.flatMap((grid) => grid.cells);
  const sorted = sortIntoCells(
    components,
    cells.map((cell) => cell.rect),
    grids.map((grid) => grid.rect),
    bodyHeightPx,
  );
  const untold = lifted.stamps.filter(({ isTold }) => !isTold);
  const cellLines = settleMarks(
    sorted.inRegion.map((pieces) =>
      linesUnderStamps(pieces, lifted.stamps, bodyHeightPx, (print) =>
        groupIntoLines(print, bodyHeightPx, ink),
      ),
    ),
    bodyHeightPx,
    ink,
  );
  let next = 0;
  const tables = grids
    .map((grid) => ({ grid, lines: grid.cells.map(() => withoutDirt(cellLines[next++]!, bodyHeightPx)) }))
    .map((table) => splitRows(table, bodyHeightPx, untold));
  return {
    bodyHeightPx,
    rulings,
    components,
    tables,
    lines: linesUnderStamps(sorted.outside, lifted.stamps, bodyHeightPx, (print) =>
      freeLines(print, bodyHeightPx, ink),
    ),
    stamps: lifted.stamps,
  };
}

interface TablesAndStamps extends Pick<PageTables, "grids" | "rulings"> {
  readonly unruled: BinaryImage;
  readonly inked: Components;
  readonly stamps: readonly Stamp[];
}

/**
 * A stamp's ring is nearly straight where it is level or upright, and stamps are found best where the rules are known. So
 * tables of which a border turns out to be a ring's piece are looked for again; those without rules have no such borders.
 */
function findTablesAndStamps(page: CleanPage, all: Components, bodyHeightPx: number): TablesAndStamps {
  const look = (known: readonly Stamp[]): TablesAndStamps => {
    const tables = findTables(page, all, bodyHeightPx, known);
    const unruled = eraseRulings(page.ink, rulesToErase(tables, bodyHeightPx), bodyHeightPx);
    const inked = findComponents(unruled);
    return { ...tables, unruled, inked, stamps: findStamps(page, inked, bodyHeightPx) };
  };
  const first = look([]);
  const isSpoilt = first.grids.some(({ borders }) =>
    borders.some((border) => isOfRing(border, first.stamps, page.ink)),
  );
  return isSpoilt ? look(first.stamps) : first;
}

function rulesToErase({ grids, drawn }: PageTables, bodyHeightPx: number): readonly Ruling[] {
  const underlines = drawn.filter(
    (ruling) =>
      ruling.orientation === "horizontal" && ruling.end - ruling.start >= bodyHeightPx * UNDERLINE_IN_BODIES,
  );
  return [...grids.flatMap((grid) => grid.borders), ...underlines];
}
