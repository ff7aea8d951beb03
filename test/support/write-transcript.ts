import type { ExpectedReport } from "./expected-report.ts";

type ExpectedRecord = ExpectedReport["records"][number];
/** A row's cells from left to right, or a heading over the whole table. */
export type WrittenRow = readonly string[] | { readonly heading: string };

/** The form's usual header in two levels; a cell that a span covers is empty. */
export const HEADER: readonly (readonly string[])[] = [
  [
    "ลำดับที่",
    "กิจกรรม",
    "เป้าหมาย ปี ๒๕๖๖",
    "ผลการดำเนินงาน",
    "งบประมาณ (บาท)",
    "",
    "ผลการดำเนินงาน",
    "",
    "",
    "-ความเสี่ยงปัญหา/อุปสรรค -แนวทางแก้ไข",
  ],
  ["", "", "", "", "ข้อบัญญัติ ปี ๒๕๖๖", "เบิกจ่าย จริง", "ตาม นโยบาย", "ไม่เป็นไป ตามนโยบาย", "แล้ว เสร็จ", ""],
];
/** Another office's wording of the same. */
export const OTHER_HEADER: readonly (readonly string[])[] = [
  [
    "ที่",
    "โครงการ/กิจกรรม",
    "ตัวชี้วัด",
    "ผลการดำเนินการ",
    "งบประมาณ",
    "",
    "ผลการดำเนินงาน",
    "",
    "",
    "ปัญหา/อุปสรรค/ข้อเสนอแนะ",
  ],
  ["", "", "", "", "ที่ตั้งไว้", "เบิกจ่าย", "ตามแผน", "ไม่เป็นไปตามแผน", "แล้วเสร็จ", ""],
];

/** The rows of a report's table: a heading over each policy's activities, lines of a field parted by `\n`. */
export function reportRows(report: ExpectedReport): WrittenRow[] {
  let policy: number | null = null;
  return report.records.flatMap((record) => {
    const isNew = record.policyNumber !== policy;
    policy = record.policyNumber;
    return isNew ? [{ heading: headingOf(record) }, recordRow(record)] : [recordRow(record)];
  });
}

function headingOf(record: ExpectedRecord): string {
  return `${thai(record.policyNumber ?? 0)}. ${record.policyTitle ?? ""}`;
}

export function recordRow(record: ExpectedRecord): string[] {
  const amount = (value: number | null): string => (value === null ? "-" : thai(value.toLocaleString("en")));
  const mark = (value: boolean | null): string => (value === true ? "/" : "");
  return [
    thai(record.activityNumber ?? 0),
    record.activityName ?? "",
    record.target ?? "-",
    record.result ?? "-",
    amount(record.budgetAllocatedBaht),
    amount(record.budgetDisbursedBaht),
    mark(record.followedPolicy),
    mark(record.deviatedFromPolicy),
    mark(record.completed),
    record.issues ?? "-",
  ];
}

/** A cover and a title in lines, as engines write them. */
export function coverAndTitle(report: ExpectedReport): { cover: string[]; title: string[] } {
  const { name, district, province } = report.organization;
  const year = `ประจำปีงบประมาณ พ.ศ. ${thai(report.fiscalYearBE ?? 0)}`;
  return {
    cover: [
      "การดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล",
      year,
      name ?? "",
      `อำเภอ${district ?? ""} จังหวัด${province ?? ""}`,
    ],
    title: [`รายงานผลการดำเนินงานตามนโยบายการบริหารทรัพยากรบุคคล${name ?? ""}`, year],
  };
}

/** Pages of rows, each under a header, with tabs between cells; lines of a cell are joined with a space. */
export function asTabs(pages: readonly (readonly WrittenRow[])[], headers = [HEADER]): string {
  return pages
    .map((rows, page) =>
      [...headers[page % headers.length]!, ...rows.map((row) => plainCells(row, 10))]
        .map((cells) => cells.map((cell) => cell.replaceAll("\n", " ")).join("\t"))
        .join("\n"),
    )
    .join("\n\n");
}

/** The same as Markdown tables with `<br>` between lines. */
export function asMarkdown(pages: readonly (readonly WrittenRow[])[], headers = [HEADER]): string {
  return pages
    .map((rows, page) => {
      const [first = [], ...further] = headers[page % headers.length]!;
      const body = [...further, ...rows.map((row) => plainCells(row, 10))];
      const line = (cells: readonly string[]): string =>
        `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", "<br>")).join(" | ")} |`;
      return [line(first), `|${" --- |".repeat(first.length)}`, ...body.map(line)].join("\n");
    })
    .join("\n\n");
}

/** The same as HTML tables with spans, and `<p>` around each line of a cell that has several. */
export function asHtml(pages: readonly (readonly WrittenRow[])[], headers = [HEADER]): string {
  const paragraphs = (text: string): string =>
    text.includes("\n")
      ? text
          .split("\n")
          .map((line) => `<p>${escapeHtml(line)}</p>`)
          .join("")
      : escapeHtml(text);
  const tables = pages.map((rows, page) => {
    const header = htmlHeader(headers[page % headers.length]!);
    const body = rows.map((row) =>
      "heading" in row
        ? `<tr><td colspan="10">${escapeHtml(row.heading)}</td></tr>`
        : `<tr>${row.map((cell) => `<td>${paragraphs(cell)}</td>`).join("")}</tr>`,
    );
    return `<table>\n<thead>${header}</thead>\n<tbody>\n${body.join("\n")}\n</tbody></table>`;
  });
  return tables.join("\n");
}

function htmlHeader([first = [], second = []]: readonly (readonly string[])[]): string {
  const top: string[] = [];
  for (let column = 0; column < first.length; column += 1) {
    if (first[column] === "") continue;
    let span = 1;
    while (second[column] !== "" && first[column + span] === "") span += 1;
    const attribute = second[column] === "" ? ' rowspan="2"' : ` colspan="${span}"`;
    top.push(`<th${attribute}>${escapeHtml(first[column]!)}</th>`);
  }
  const below = second.filter((cell) => cell !== "").map((cell) => `<th>${escapeHtml(cell)}</th>`);
  return `<tr>${top.join("")}</tr><tr>${below.join("")}</tr>`;
}

function plainCells(row: WrittenRow, columnCount: number): readonly string[] {
  return "heading" in row ? [row.heading, ...Array.from({ length: columnCount - 1 }, () => "")] : row;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

export function thai(value: number | string): string {
  return String(value).replaceAll(/[0-9]/gu, (digit) => String.fromCodePoint(0x0e50 + Number(digit)));
}
