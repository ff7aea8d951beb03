import { toThaiCodePage } from "../mutate/text-mutations.ts";
import type { Seed } from "./seed.ts";

type Row = readonly string[];

const TITLE = [
  "รายงานผลการดำเนินงานตามนโยบายการบริหารทรัพยากรบุคคล",
  "องค์การบริหารส่วนตำบลไผ่สิงห์ อำเภอชุมแสง จังหวัดนครสวรรค์",
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
];
const HEADER: readonly Row[] = [
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
const HEADING = "๑. นโยบายการวางแผนกำลังคน";
const BODY: readonly Row[] = [
  [
    "๑",
    "ปรับปรุงแผนอัตรากำลัง ๓ ปี",
    "ปรับปรุงแผนอัตรากำลัง ๑ ครั้ง",
    "ดำเนินการเมื่อวันที่ ๑๕ มีนาคม ๒๕๖๖",
    "๑๐,๐๐๐",
    "๙,๘๕๐.๕๐",
    "/",
    "",
    "/",
    "- ไม่มี",
  ],
  [
    "๒",
    "จัดส่งพนักงานเข้ารับการฝึกอบรม",
    "- บุคลากรร้อยละ ๘๐\n- อย่างน้อย ๑ หลักสูตร",
    "ฝึกอบรม ณ ม.ราชภัฏ ระหว่าง ๑ ต.ค. ๒๕๖๕ - ๓๐ ก.ย. ๒๕๖๖",
    "-",
    "-",
    "",
    "/",
    "",
    "งบประมาณไม่เพียงพอ",
  ],
  ["๓", "ประเมินผลการปฏิบัติงาน", "ปีละ ๒ ครั้ง", "ดำเนินการแล้ว", "๐", "๐", "✓", "", "✓", ""],
];

const flat = (cell: string): string => cell.replaceAll("\n", " ");
const tabbed = (rows: readonly Row[]): string => rows.map((row) => row.map(flat).join("\t")).join("\n");
const barred = (row: Row): string => `| ${row.map((cell) => cell.replaceAll("\n", "<br>")).join(" | ")} |`;
const headingRow = (width: number): Row => [HEADING, ...Array.from({ length: width - 1 }, () => "")];
const width = HEADER[0]!.length;
const page = tabbed([...HEADER, headingRow(width), ...BODY]);

const HTML_TABLE = [
  "<table><thead>",
  '<tr><th rowspan="2">ลำดับที่</th><th rowspan="2">กิจกรรม</th><th rowspan="2">เป้าหมาย ปี ๒๕๖๖</th><th rowspan="2">ผลการดำเนินงาน</th><th colspan="2">งบประมาณ (บาท)</th><th colspan="3">ผลการดำเนินงาน</th><th rowspan="2">ปัญหา/อุปสรรค</th></tr>',
  "<tr><th>ข้อบัญญัติ</th><th>เบิกจ่าย</th><th>ตามนโยบาย</th><th>ไม่เป็นไปตามนโยบาย</th><th>แล้วเสร็จ</th></tr></thead><tbody>",
  `<tr><td colspan="10">${HEADING}</td></tr>`,
  ...BODY.map(
    (row) =>
      `<tr>${row
        .map(
          (cell) =>
            `<td>${cell
              .split("\n")
              .map((line) => `<p>${line}</p>`)
              .join("")}</td>`,
        )
        .join("")}</tr>`,
  ),
  "</tbody></table>",
].join("\n");

const MARKDOWN = [
  ...TITLE.map((line) => `## ${line}`),
  "",
  barred(HEADER[0]!),
  `|${" --- |".repeat(width)}`,
  ...[HEADER[1]!, headingRow(width), ...BODY].map(barred),
  "",
].join("\n");

/** Transcripts in the forms that engines and people write them. */
export function textSeeds(): readonly Seed[] {
  const text = [...TITLE, "", page, ""].join("\n");
  const quoted = [...HEADER, headingRow(width), ...BODY]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join("\t"))
    .join("\n");
  const made: readonly (readonly [name: string, text: string | Buffer, ending?: string])[] = [
    ["text-tabs", text],
    ["text-markdown", MARKDOWN, ".md"],
    [
      "text-html-page",
      `<!doctype html><html><head><meta charset="utf-8"><title>ก</title></head><body><h1>${TITLE.join("<br>")}</h1>${HTML_TABLE}</body></html>`,
      ".html",
    ],
    ["text-html-in-markdown", `# ${TITLE.join(" ")}\n\n${HTML_TABLE}\n\nหมายเหตุ **ไม่มี**\n`, ".md"],
    ["text-page-marks", `--- หน้า 1 ---\n${text}\n--- หน้า 2 ---\n${page}\n`],
    ["text-form-feeds", `${text}\f${page}\f${page}`],
    ["text-utf-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")])],
    ["text-windows-874", toThaiCodePage(text.replaceAll("✓", "/"))],
    ["text-quoted", `${TITLE.join("\n")}\n\n${quoted}\n`],
    ["text-windows-lines", `\ufeff${text.replaceAll("\n", "\r\n")}`],
    ["text-other-table", "อัตราค่าธรรมเนียม\n\nประเภท\tหน่วย\tราคา\nก\tครั้ง\t๑๐\nข\tวัน\t๒๐.๕๐\n"],
    ["text-prose", `${TITLE.join("\n")}\n\nข้าพเจ้าขอรายงานผล\n1. เรื่องแรก\n2. เรื่องที่สอง\n   (ก) ย่อย\n`],
  ];
  return made.map(([name, content, ending = ".txt"]) => ({
    name,
    kind: "transcript",
    fileName: ending,
    bytes: typeof content === "string" ? Buffer.from(content) : content,
  }));
}
