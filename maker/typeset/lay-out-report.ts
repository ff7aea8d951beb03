import type { Report } from "../content/draw-report.ts";
import { toThaiDigits } from "../content/thai-numerals.ts";
import type { FontFace } from "../fonts.ts";
import { buildReportTable } from "./build-report-table.ts";
import { layOutCell, linePitch, rowHeights } from "./lay-out-cell.ts";
import { measureText } from "./measure-text.ts";
import type { LaidOutPage, PageItem } from "./page-items.ts";
import { paginateRows } from "./paginate-rows.ts";
import { placeTable } from "./place-table.ts";
import type { TableDesign } from "./table-design.ts";

/** A4, lying. */
const WIDTH_PT = 841.92;
const HEIGHT_PT = 595.2;

export interface LaidOutReport {
  readonly pages: readonly LaidOutPage[];
  /** For each record, in reading order, the pages it stands on (from 1). */
  readonly recordPages: readonly (readonly number[])[];
}

function centeredLine(text: string, face: FontFace, sizePt: number, baseline: number): PageItem {
  const left = (WIDTH_PT - measureText(text, face, sizePt)) / 2;
  return { kind: "text", text, face, sizePt, left, baseline, letterSpacing: 0, underline: false };
}

/** The largest size up to `sizePt` at which every line fits between the margins. */
function fittingSize(lines: readonly string[], face: FontFace, sizePt: number, marginX: number): number {
  const widest = Math.max(...lines.map((line) => measureText(line, face, sizePt)));
  return Math.min(sizePt, (sizePt * (WIDTH_PT - marginX * 2)) / widest);
}

function layOutCover(report: Report, design: TableDesign): LaidOutPage {
  const sizePt = fittingSize(report.coverLines, design.bold, design.coverSizePt, design.marginX);
  const pitch = linePitch(design, sizePt) * 1.25;
  const items = report.coverLines.map((line, index) =>
    centeredLine(line, design.bold, sizePt, HEIGHT_PT * 0.24 + index * pitch),
  );
  return { widthPt: WIDTH_PT, heightPt: HEIGHT_PT, items, tables: [] };
}

function placePageNumber(pageNumber: number, report: Report, design: TableDesign): PageItem[] {
  if (design.pageNumbers === "none") return [];
  const number = report.digits === "thai" ? toThaiDigits(String(pageNumber)) : String(pageNumber);
  if (design.pageNumbers === "top-center")
    return [centeredLine(`- ${number} -`, design.regular, design.sizePt, 26)];
  const line = centeredLine(number, design.regular, design.sizePt, HEIGHT_PT - 16);
  return line.kind === "text" ? [{ ...line, left: WIDTH_PT - design.marginX }] : [];
}

/** A report as pages: its cover, then the table with the title over its beginning. */
export function layOutReport(report: Report, design: TableDesign): LaidOutReport {
  const tableWidth = WIDTH_PT - design.marginX * 2;
  const model = buildReportTable(report, design, tableWidth);
  const header = model.headerRows.map((row) =>
    row.map((cell) => layOutCell(cell, model.columnWidths, design)),
  );
  const headerHeights = rowHeights(header, design);
  const headerHeight = headerHeights.reduce((sum, height) => sum + height, 0);

  const titleSize = fittingSize(report.titleLines, design.bold, design.titleSizePt, design.marginX);
  const titlePitch = linePitch(design, titleSize) * 1.1;
  const titleHeight = report.titleLines.length * titlePitch + titlePitch * 0.5;
  const titleItems = report.titleLines.map((line, index) =>
    centeredLine(line, design.bold, titleSize, design.marginTop + titlePitch * (index + 0.78)),
  );

  const room = HEIGHT_PT - design.marginTop - design.marginBottom;
  const tablePages = paginateRows(
    model,
    design,
    headerHeight,
    (index) => room - (index === 0 ? titleHeight : 0),
  );
  const recordPages: number[][] = [];
  const pages = tablePages.map((tablePage, index): LaidOutPage => {
    const pageNumber = index + 2;
    const headerRows = header.map(
      (cells, row) => ({ kind: "header", height: headerHeights[row]!, cells }) as const,
    );
    const block = {
      columnWidths: model.columnWidths,
      rows: [
        ...(tablePage.hasHeader ? headerRows : []),
        ...tablePage.pieces.map(({ row, height, cells }) => ({ kind: row.kind, height, cells })),
      ],
      // A repeated header always has a rule above it.
      closedAtTop: tablePage.closedAtTop || tablePage.hasHeader,
      closedAtBottom: tablePage.closedAtBottom,
    };
    const top = design.marginTop + (index === 0 ? titleHeight : 0);
    const { items, table } = placeTable(block, design.marginX, top, design);
    for (const { row } of tablePage.pieces) {
      if (row.kind === "body") (recordPages[row.index] ??= []).push(pageNumber);
    }
    const furniture = [...(index === 0 ? titleItems : []), ...placePageNumber(pageNumber, report, design)];
    return { widthPt: WIDTH_PT, heightPt: HEIGHT_PT, items: [...furniture, ...items], tables: [table] };
  });
  return { pages: [layOutCover(report, design), ...pages], recordPages };
}
