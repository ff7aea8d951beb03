import { fittingLines, layOutCell, type LaidOutCell, linesHeight } from "./lay-out-cell.ts";
import type { TableDesign } from "./table-design.ts";
import type { TableModel, TableRow } from "./table-model.ts";

/** A row, or the part of it that stands on one page. */
export interface RowPiece {
  readonly row: TableRow;
  readonly cells: readonly LaidOutCell[];
  readonly height: number;
}

export interface TablePage {
  readonly hasHeader: boolean;
  readonly pieces: readonly RowPiece[];
  /** False where the first (last) row goes on from (to) another page and no rule says so. */
  readonly closedAtTop: boolean;
  readonly closedAtBottom: boolean;
}

interface OpenPage {
  readonly hasHeader: boolean;
  readonly pieces: RowPiece[];
  readonly closedAtTop: boolean;
  room: number;
}

const countLines = (cells: readonly LaidOutCell[]): number =>
  cells.reduce((most, { lines }) => Math.max(most, lines.length), 1);

/** Spreads the rows over pages. `room` says how high the table may be on the page of that index, header included. */
export function paginateRows(
  model: TableModel,
  design: TableDesign,
  headerHeight: number,
  room: (pageIndex: number) => number,
): TablePage[] {
  const done: TablePage[] = [];
  const laidOut = model.rows.map((row) =>
    row.cells.map((cell) => layOutCell(cell, model.columnWidths, design)),
  );
  let currentHeading: TableRow | undefined;

  function openPage(closedAtTop: boolean, goesOn: boolean): OpenPage {
    const hasHeader = done.length === 0 || design.repeatsHeader;
    const page: OpenPage = {
      hasHeader,
      pieces: [],
      closedAtTop,
      room: room(done.length) - (hasHeader ? headerHeight : 0),
    };
    if (goesOn && design.pageBreak === "repeat-heading" && currentHeading !== undefined) {
      const cells = currentHeading.cells.map((cell) =>
        layOutCell({ ...cell, text: `${cell.text} (ต่อ)` }, model.columnWidths, design),
      );
      place(page, { row: currentHeading, cells, height: linesHeight(countLines(cells), design) });
    }
    return page;
  }
  function place(target: OpenPage, piece: RowPiece): void {
    target.pieces.push(piece);
    target.room -= piece.height;
  }
  function turnPage(closedAtBottom: boolean, goesOn: boolean): void {
    const { hasHeader, pieces, closedAtTop } = page;
    done.push({ hasHeader, pieces, closedAtTop, closedAtBottom });
    page = openPage(closedAtBottom, goesOn);
  }

  /** How many lines of a row have to stand on the page of the heading above it. */
  function companyLines(lineCount: number): number {
    const isKept =
      design.pageBreak === "keep-rows" && linesHeight(lineCount, design) <= room(1) - headerHeight;
    return isKept ? lineCount : Math.min(2, lineCount);
  }

  let page = openPage(true, false);
  model.rows.forEach((row, rowIndex) => {
    const cells = laidOut[rowIndex]!;
    const lineCount = countLines(cells);
    if (row.kind === "heading") currentHeading = row;
    const isBody = row.kind === "body";
    // A heading takes the beginning of its first activity along, unless the design lets it stand alone at the foot.
    const follower = row.kind === "heading" && !design.strandsHeadings ? laidOut[rowIndex + 1] : undefined;
    const company = follower === undefined ? 0 : companyLines(countLines(follower));
    const needed = isBody
      ? linesHeight(Math.min(2, lineCount), design)
      : linesHeight(lineCount, design) + linesHeight(company, design);
    const whole = linesHeight(lineCount, design);
    const wantsWhole = design.pageBreak === "keep-rows" && whole <= room(done.length + 1) - headerHeight;
    const isFresh = (): boolean => page.pieces.every((piece) => piece.row.kind === "heading");
    if ((page.room < needed || (wantsWhole && page.room < whole)) && !(isFresh() && page.room >= needed)) {
      if (page.pieces.length > 0) turnPage(true, isBody);
    }
    let start = 0;
    while (start < lineCount) {
      const rest = lineCount - start;
      const count = isBody ? Math.min(rest, Math.max(1, fittingLines(page.room, design))) : rest;
      const from = start;
      const part = cells.map(({ cell, lines }) => ({ cell, lines: lines.slice(from, from + count) }));
      place(page, { row, cells: part, height: linesHeight(count, design) });
      start += count;
      if (start < lineCount) turnPage(design.pageBreak !== "cut-open", isBody);
    }
  });
  done.push({
    hasHeader: page.hasHeader,
    pieces: page.pieces,
    closedAtTop: page.closedAtTop,
    closedAtBottom: true,
  });
  return done;
}
