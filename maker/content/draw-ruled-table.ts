import type { Random } from "../random.ts";
import type { HeaderNode } from "./column-plan.ts";
import { drawOffice } from "./draw-office.ts";
import { formatBaht, toThaiDigits } from "./thai-numerals.ts";
import { AGENCIES, COURSES, DIVISIONS, HIRED_POSITIONS, POSITIONS, WELFARE } from "./vocabulary.ts";
import { writeDate } from "./write-date.ts";

type ColumnKind = "sequence" | "name" | "remark" | "count" | "amount" | "percent" | "date" | "category";

interface ColumnWords {
  readonly kind: ColumnKind;
  readonly headings: readonly string[];
  readonly widthShare: number;
}

const COLUMNS: readonly ColumnWords[] = [
  {
    kind: "name",
    headings: ["รายการ", "ชื่อโครงการ", "ประเภท", "ตำแหน่ง", "รายละเอียด", "หลักสูตร"],
    widthShare: 22,
  },
  {
    kind: "count",
    headings: ["จำนวน", "(ราย)", "จำนวน (คน)", "อัตรา", "จำนวน\n(หน่วย)", "ครั้ง"],
    widthShare: 7,
  },
  {
    kind: "amount",
    headings: ["จำนวนเงิน", "รวมเงิน", "งบประมาณ (บาท)", "เงินเดือน", "คงเหลือ", "เบิกจ่าย"],
    widthShare: 11,
  },
  { kind: "percent", headings: ["ร้อยละ", "คิดเป็นร้อยละ", "ผลคะแนน"], widthShare: 8 },
  { kind: "date", headings: ["วันเดือนปี", "วันที่ดำเนินการ", "ระยะเวลา"], widthShare: 13 },
  { kind: "remark", headings: ["หมายเหตุ", "ผู้รับผิดชอบ", "หน่วยงาน"], widthShare: 14 },
];

const GROUPS = [
  "จ่ายจากงบประมาณ\nที่ได้รับอุดหนุน",
  "ปีงบประมาณ 2566",
  "ปีงบประมาณ 2567",
  "แผนการดำเนินงาน",
  "ผลการดำเนินงาน",
  "พนักงานส่วนตำบล",
  "พนักงานจ้าง",
  "ไตรมาสที่ 1",
  "ไตรมาสที่ 2",
  "ครึ่งปีแรก",
] as const;

const SUBJECTS = [
  "แบบรายงานผลการจ่ายเงินสงเคราะห์",
  "บัญชีแสดงอัตรากำลังและตำแหน่งว่าง",
  "สรุปผลการฝึกอบรมของบุคลากร",
  "รายงานสถานะการเบิกจ่ายงบประมาณ",
  "บัญชีรายการครุภัณฑ์ประจำสำนักงาน",
  "แผนการใช้จ่ายเงินรายไตรมาส",
  "ทะเบียนคุมวันลาของพนักงานจ้าง",
  "บัญชีอัตราค่าตอบแทน",
] as const;

/** A body cell of an arbitrary table; `null` is a place without a cell of its own. */
export interface FreeCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly align: "left" | "center" | "right";
}

export interface FreeTable {
  readonly titleLines: readonly string[];
  readonly header: readonly HeaderNode[];
  readonly rows: readonly (readonly (FreeCell | null)[])[];
}

interface Leaf {
  readonly kind: ColumnKind;
  readonly node: HeaderNode & { readonly role: string };
}

function drawLeaf(random: Random, words: ColumnWords): Leaf {
  const text = random.pick(words.headings);
  return { kind: words.kind, node: { role: "other", text, widthShare: words.widthShare } };
}

/** Headings: a sequence and a name column, single columns and groups, in two or three levels or one. */
function drawHeader(random: Random): { nodes: HeaderNode[]; kinds: ColumnKind[] } {
  const nodes: HeaderNode[] = [];
  const kinds: ColumnKind[] = [];
  const push = (leaf: Leaf): void => {
    nodes.push(leaf.node);
    kinds.push(leaf.kind);
  };
  if (random.chance(0.75)) {
    const text = random.pick(["ที่", "ลำดับ", "ลำดับที่"]);
    push({ kind: "sequence", node: { role: "other", text, widthShare: 5 } });
  }
  if (random.chance(0.3)) {
    const text = random.pick(["หมวด", "ส่วนราชการ", "แผนงาน"]);
    push({ kind: "category", node: { role: "other", text, widthShare: 13 } });
  }
  push(drawLeaf(random, COLUMNS[0]!));
  for (let part = random.integer(1, 3); part > 0; part -= 1) {
    if (random.chance(0.4)) {
      push(drawLeaf(random, random.pick(COLUMNS.slice(1))));
      continue;
    }
    const leaves = Array.from({ length: random.integer(2, 3) }, () =>
      drawLeaf(random, random.pick(COLUMNS.slice(1, 4))),
    );
    const children = leaves.map((leaf) => leaf.node);
    const isDeep = random.chance(0.15) && children.length > 2;
    const inner: HeaderNode[] = isDeep
      ? [{ text: "จำแนกตามประเภท", children: children.slice(0, 2) }, ...children.slice(2)]
      : children;
    nodes.push({ text: random.pick(GROUPS), children: inner });
    kinds.push(...leaves.map((leaf) => leaf.kind));
  }
  if (random.chance(0.5)) push(drawLeaf(random, COLUMNS.at(-1)!));
  return { nodes, kinds };
}

function drawText(kind: ColumnKind, row: number, random: Random): string {
  switch (kind) {
    case "sequence":
      return String(row + 1);
    case "name":
      return random.pick([...POSITIONS, ...HIRED_POSITIONS, ...WELFARE, ...COURSES]);
    case "category":
      return random.pick([...DIVISIONS, ...AGENCIES]);
    case "remark":
      return random.chance(0.5)
        ? ""
        : random.pick([...DIVISIONS, "ฯลฯ", "เบิกจ่ายแล้ว", "- ขยายเวลาตามสัญญา", "อยู่ระหว่างดำเนินการ"]);
    case "count":
      return random.chance(0.12) ? random.pick(["", "-"]) : String(random.integer(0, 260));
    case "amount":
      return random.chance(0.12)
        ? "-"
        : formatBaht(random.integer(30, 90_000) * random.pick([1, 5, 10, 50]), random.pick([0, 0, 2]));
    case "percent":
      return random.between(0, 100).toFixed(random.pick([0, 2]));
    case "date":
      return writeDate(random, 2566, random.pick(["long", "short-year-2", "short-year-4"])).text;
    default:
      throw new Error(`No column kind of this name: ${String(kind satisfies never)}`);
  }
}

function alignOf(kind: ColumnKind): FreeCell["align"] {
  if (kind === "amount") return "right";
  return kind === "name" || kind === "remark" || kind === "category" ? "left" : "center";
}

function drawRows(kinds: readonly ColumnKind[], random: Random): (FreeCell | null)[][] {
  const rowCount = random.weighted([
    [random.integer(3, 9), 1],
    [random.integer(9, 30), 1],
  ]);
  const rows = Array.from({ length: rowCount }, (_, row) =>
    kinds.map((kind): FreeCell | null => ({
      text: drawText(kind, row, random),
      rowSpan: 1,
      columnSpan: 1,
      align: alignOf(kind),
    })),
  );
  const category = kinds.indexOf("category");
  if (category >= 0) {
    for (let row = 0; row < rowCount;) {
      const rowSpan = Math.min(rowCount - row, random.integer(1, 4));
      rows[row]![category] = { ...rows[row]![category]!, rowSpan };
      for (let covered = row + 1; covered < row + rowSpan; covered += 1) rows[covered]![category] = null;
      row += rowSpan;
    }
  }
  if (random.chance(0.35)) {
    const columnSpan = Math.min(kinds.length - 1, Math.max(1, kinds.indexOf("name") + 1));
    const label: FreeCell = {
      text: random.pick(["รวม", "รวมทั้งสิ้น"]),
      rowSpan: 1,
      columnSpan,
      align: "center",
    };
    rows.push(
      kinds.map((kind, column): FreeCell | null => {
        if (column === 0) return label;
        if (column < columnSpan) return null;
        const isSum = kind === "amount" || kind === "count";
        const text = isSum ? formatBaht(random.integer(100, 4_000_000), 0) : "";
        return { text, rowSpan: 1, columnSpan: 1, align: alignOf(kind) };
      }),
    );
  } else if (random.chance(0.15) && category < 0) {
    // Blocks side by side end at different heights: the last rows of the right block don't exist.
    const from = random.integer(Math.ceil(kinds.length / 2), kinds.length - 1);
    for (const row of rows.slice(random.integer(Math.ceil(rowCount / 2), rowCount - 1))) row.fill(null, from);
  }
  return rows;
}

/** Any office table but the report: other headings, spans in header and body, numbers, gaps. */
export function drawRuledTable(random: Random): FreeTable {
  const inDigits = random.chance(0.65) ? toThaiDigits : (text: string): string => text;
  const office = drawOffice(random);
  const { nodes, kinds } = drawHeader(random);
  const inNode = (node: HeaderNode): HeaderNode =>
    "role" in node
      ? { ...node, text: inDigits(node.text) }
      : { text: inDigits(node.text), children: node.children.map(inNode) };
  const place = `อำเภอ${office.organization.district} จังหวัด${office.organization.province}`;
  return {
    titleLines: [random.pick(SUBJECTS), `${office.organization.name} ${place}`, "ประจำปีงบประมาณ พ.ศ. 2566"]
      .slice(0, random.integer(1, 3))
      .map(inDigits),
    header: nodes.map(inNode),
    rows: drawRows(kinds, random).map((row) =>
      row.map((cell) => (cell === null ? null : { ...cell, text: inDigits(cell.text) })),
    ),
  };
}
