import { drawRuledTable } from "./content/draw-ruled-table.ts";
import { chooseProfile, type MadeFixture, type ReportRequest } from "./make-report.ts";
import { makeRandom } from "./random.ts";
import { scanPages } from "./scan-pages.ts";
import type { LaidOutCell } from "./typeset/lay-out-cell.ts";
import { layOutRuledTable } from "./typeset/lay-out-ruled-table.ts";
import { drawDesign } from "./typeset/table-design.ts";

/** The form of transcriptions by hand of single tables; line breaks as printed. */
export interface ExpectedTable {
  readonly note: string;
  readonly title: readonly string[];
  readonly header: readonly (readonly { t: string; rowspan?: number; colspan?: number }[])[];
  /** `""` for an empty cell, `null` where the print has no cell. */
  readonly rows: readonly (readonly (string | null)[])[];
}

const NOTE =
  'Made. header: header rows with spans; rows: body cells, "" for an empty cell, null where the print has no cell. Line breaks as printed.';

const printedText = ({ lines }: LaidOutCell): string => lines.map((line) => line.text).join("\n");

function describeHeading(laidOut: LaidOutCell): { t: string; rowspan?: number; colspan?: number } {
  const { rowSpan, columnSpan } = laidOut.cell;
  return {
    t: printedText(laidOut),
    ...(rowSpan > 1 ? { rowspan: rowSpan } : {}),
    ...(columnSpan > 1 ? { colspan: columnSpan } : {}),
  };
}

/** One page with an arbitrary table, from its seed. Only profile and design of the request count. */
export function makeRuledTable(request: ReportRequest): MadeFixture<ExpectedTable> {
  const random = makeRandom(request.seed);
  const table = drawRuledTable(random.fork("table"));
  const design = drawDesign(random.fork("design"), request.design);
  const profile = chooseProfile(request);
  const isLying = random.chance(0.6);
  const size = isLying ? { widthPt: 841.92, heightPt: 595.2 } : { widthPt: 595.2, heightPt: 841.92 };
  const laidOut = layOutRuledTable(table, design, size);
  const { images, grids } = scanPages([laidOut.page], profile, random.fork("scan"));
  return {
    images,
    profile,
    grids,
    expected: {
      note: NOTE,
      title: table.titleLines,
      header: laidOut.header.map((row) => row.map(describeHeading)),
      rows: laidOut.rows.map((row) => row.map((cell) => (cell === null ? null : printedText(cell)))),
    },
    choices: { faces: [design.regular.id, design.bold.id], rules: design.rules.name, isLying },
  };
}
