import { inkWithoutText } from "../clean/ink-without-text.ts";
import { drawFaintLine } from "../lines/draw-faint-line.ts";
import { drawLine } from "../lines/draw-line.ts";
import { isTooLarge } from "../lines/is-too-large.ts";
import { judgeInk } from "../lines/judge-ink.ts";
import { toPointBox, type PixelRect, unionRect } from "../model/box.ts";
import type { GrayImage } from "../model/image.ts";
import type { TextLine } from "../model/line.ts";
import type { CleanPage, PageKind } from "../model/page.ts";
import {
  centeredShare,
  type ReadCell,
  type ReadLine,
  type ReadPage,
  type ReadTable,
} from "../model/reading.ts";
import { remark, type Remark } from "../model/remark.ts";
import { EngineError, type EngineLine, type LineEngine } from "../ocr/engine.ts";
import { rereadDoubtful } from "../ocr/reread-line.ts";
import { lookAgain } from "../ocr/second-look.ts";
import type { FilledGrid } from "../table/filled-grid.ts";
import { doubtNoisy } from "./doubt-noisy.ts";
import { doubtStamped } from "./doubt-stamped.ts";
import type { PageLayout } from "./lay-out-page.ts";

/** A cover holds this many lines at most, and no table. */
const MOST_COVER_LINES = 14;
/** Lines of a cover are centred: their middle lies within this share of the page's width around its middle. */
const OFF_CENTER = 0.12;

/** Print this near to a table's side, in heights of its line, may belong to the table. */
const BESIDE_IN_LINES = 1.5;

/**
 * No page of print has more lines than these, cells' and others together: the densest of 60 pages has 230, a list of 100 names
 * in 8 columns 900. What is more is dots and strokes of noise, which take minutes to read.
 */
const MOST_LINES = 1000;

/** Lines that were read already, once each and not looked at again. */
export type FirstReadings = ReadonlyMap<TextLine, EngineLine>;

/**
 * Reads all lines of a page with the engine; what cannot be read gets a remark and keeps its place.
 *
 * @param known first readings of lines of `layout`, which are not made a second time
 */
export async function readPage(
  page: CleanPage,
  layout: PageLayout,
  engine: LineEngine,
  known: FirstReadings = new Map(),
): Promise<ReadPage> {
  const remarks: Remark[] = [...page.remarks];
  const toBox = (rect: PixelRect): ReadLine["box"] => toPointBox(rect, page.toPoints, page.pageNumber);

  let lineCount = 0;
  const unread: TextLine[] = [];
  const readLine = async (line: TextLine): Promise<ReadLine> => {
    const box = toBox(line.rect);
    lineCount += 1;
    if (lineCount > MOST_LINES) {
      unread.push(line);
      return { box, text: "", confidence: 0, symbols: [] };
    }
    if (isTooLarge(line)) {
      const message = "This is too large for a line of print and was not read. Look at it on the page.";
      remarks.push(remark("line-not-read", "error", message, { box }));
      return { box, text: "", confidence: 0, symbols: [] };
    }
    const picture = drawLine(line, page.gray, page.ink, layout.components, layout.bodyHeightPx);
    try {
      const first = known.get(line) ?? (await engine.readLine(picture.image));
      const checked = await lookAgain(engine, picture.image, first);
      const drawFaint = (): GrayImage | null =>
        drawFaintLine(picture, page.gray, page.ink, layout.bodyHeightPx);
      const read = await rereadDoubtful(engine, picture.image, checked, drawFaint);
      return toReadLine(read, picture, line, page, box);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      remarks.push(remark("line-not-read", "error", `A line could not be read: ${error.message}.`, { box }));
      return { box, text: "", confidence: 0, symbols: [] };
    }
  };
  const readLines = async (lines: readonly TextLine[]): Promise<ReadLine[]> => {
    const read: ReadLine[] = [];
    for (const line of lines) read.push(await readLine(line));
    return read;
  };
  const readTable = async ({ grid, lines }: FilledGrid): Promise<ReadTable> => {
    const cells: ReadCell[] = [];
    for (const [index, cell] of grid.cells.entries()) {
      const ink = judgeInk(lines[index]!, layout.components, layout.bodyHeightPx);
      cells.push({
        row: cell.row,
        column: cell.column,
        rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan,
        box: toBox(cell.rect),
        ink,
        lines:
          ink === "empty"
            ? []
            : ink === "dash"
              ? lines[index]!.map((line) => dashLine(toBox(line.rect)))
              : await readLines(lines[index]!),
      });
    }
    return {
      box: toBox(grid.rect),
      rowCount: grid.rowEdges.length - 1,
      columnCount: grid.columnEdges.length - 1,
      headerRowCount: grid.headerRowCount,
      closedAtTop: grid.closedAtTop,
      closedAtBottom: grid.closedAtBottom,
      cells,
    };
  };

  // What stands in tables comes first, where there is more than can be read.
  const tables: ReadTable[] = [];
  for (const table of layout.tables) tables.push(await readTable(table));
  const lines = (await readLines(layout.lines)).filter((line) => line.text.trim() !== "");
  for (const line of lines) {
    if (!tables.some((table) => standsInRows(table.box, line.box))) continue;
    const message = `This stands in a table or right beside it, in none of the cells that were found: ${JSON.stringify(line.text)}.`;
    remarks.push(remark("text-outside-cells", "warning", message, { box: line.box }));
  }
  if (unread.length > 0)
    remarks.push(tooManyLines(unread.length, toBox(unionRect(unread.map(({ rect }) => rect)))));
  const kind = kindOf(tables, lines, page);
  const ink = kind === "blank" ? inkWithoutText(page) : null;
  if (ink !== null) remarks.push(ink);
  const read: ReadPage = {
    pageNumber: page.pageNumber,
    widthPt: page.widthPt,
    heightPt: page.heightPt,
    kind,
    method: kind === "blank" ? null : "ocr",
    tables,
    lines,
    remarks,
  };
  const places = layout.stamps.map(({ centerX, centerY, radiusX, radiusY, isTold }) => ({
    box: toBox({
      left: centerX - radiusX,
      top: centerY - radiusY,
      right: centerX + radiusX,
      bottom: centerY + radiusY,
    }),
    isTold,
  }));
  return doubtNoisy(doubtStamped(read, places));
}

function tooManyLines(count: number, box: ReadLine["box"]): Remark {
  const lines = count === 1 ? "1 line was" : `${count} lines were`;
  const message =
    `This page has more lines than any print, and ${lines} not read. ` +
    "If it is no list in very small print, clean the glass and scan it again as text in black and white.";
  return remark("too-many-lines", "error", message, { box });
}

/** Whether a line is at the height of a table, in it or right beside it: where an outer rule is lost, it is the rest of a cell's line. */
function standsInRows(table: ReadLine["box"], line: ReadLine["box"]): boolean {
  const y = line.top + line.height / 2 - table.top;
  const gap = Math.max(table.left - line.left - line.width, line.left - table.left - table.width);
  return y >= 0 && y < table.height && gap < line.height * BESIDE_IN_LINES;
}

function dashLine(box: ReadLine["box"]): ReadLine {
  return {
    box,
    text: "-",
    confidence: 1,
    symbols: [{ text: "-", confidence: 1, left: box.left, right: box.left + box.width }],
  };
}

/** Puts an engine's answer, in pixels of the line's picture, on the page. */
function toReadLine(
  read: EngineLine,
  picture: { readonly left: number },
  line: TextLine,
  page: CleanPage,
  box: ReadLine["box"],
): ReadLine {
  const pointsPerPx = box.width / (line.rect.right - line.rect.left);
  const toPoints = (x: number): number => {
    const points = box.left + (picture.left + x - line.rect.left) * pointsPerPx;
    return Math.round(Math.min(page.widthPt, Math.max(0, points)) * 100) / 100;
  };
  return {
    box,
    text: read.text,
    confidence: read.confidence,
    symbols: read.symbols.map((symbol) => ({
      text: symbol.text,
      confidence: symbol.confidence,
      left: toPoints(symbol.left),
      right: toPoints(symbol.right),
    })),
  };
}

function kindOf(tables: readonly ReadTable[], lines: readonly ReadLine[], page: CleanPage): PageKind {
  if (tables.length > 0) return "table";
  if (lines.length === 0) return "blank";
  const isCentered = centeredShare(lines, page.widthPt, OFF_CENTER) > 0.5;
  return lines.length <= MOST_COVER_LINES && isCentered ? "cover" : "text";
}
