import stringWidth from "string-width";
import type { ReportTable } from "./report-tables.ts";

const GAP = "  ";

/** The tables as aligned text for a terminal. Thai upper and lower marks take no column of their own. */
export function renderTerminal(tables: readonly ReportTable[]): string {
  return tables.map((table) => `${table.heading}\n${renderAligned(table)}`).join("\n\n");
}

/** The tables as Markdown with headings of the given level. */
export function renderMarkdown(tables: readonly ReportTable[], headingLevel = 3): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", String.raw`\|`).replaceAll("\n", " ")).join(" | ")} |`;
  return tables
    .map((table) => {
      const rule = table.columns.map((_, index) => (index === 0 ? "---" : "---:"));
      const lines = [line(table.columns), line(rule), ...table.rows.map(line)];
      return [`${"#".repeat(headingLevel)} ${table.heading}`, "", ...lines].join("\n");
    })
    .join("\n\n");
}

/** First column to the left, the others to the right, since they hold figures. */
function renderAligned(table: ReportTable): string {
  const lines = [table.columns, ...table.rows];
  const widths = table.columns.map((_, index) =>
    Math.max(...lines.map((cells) => stringWidth(cells[index] ?? ""))),
  );
  return lines
    .map((cells) =>
      cells
        .map((cell, index) => {
          const space = " ".repeat(widths[index]! - stringWidth(cell));
          return index === 0 ? cell + space : space + cell;
        })
        .join(GAP)
        .trimEnd(),
    )
    .join("\n");
}
