import { normalizeThai } from "../../normalize/normalize-thai.ts";
import { readDelimited } from "../../normalize/read-delimited.ts";
import type { DelimitedRow } from "../../normalize/read-delimited.ts";
import type { OfficeDictionary } from "../dictionary-schema.ts";
import type { PlaceIndex } from "../place-index.ts";
import { toListedOffice } from "./listed-office.ts";
import type { ListedOffice } from "./listed-office.ts";
import { problem } from "./own-row.ts";
import type { OwnProblem } from "./own-row.ts";

/** What the columns of a roster can be; the words are compared without spaces, signs and letter case. */
const COLUMN_NAMES = {
  officeCode: [
    "code",
    "officecode",
    "orgcode",
    "รหัส",
    "รหัสอปท",
    "รหัสหน่วยงาน",
    "รหัสองค์กร",
    "รหัสองค์กรปกครองส่วนท้องถิ่น",
  ],
  name: [
    "name",
    "officename",
    "orgname",
    "ชื่อ",
    "ชื่ออปท",
    "อปท",
    "ชื่อหน่วยงาน",
    "หน่วยงาน",
    "ชื่อองค์กร",
    "ชื่อองค์กรปกครองส่วนท้องถิ่น",
    "องค์กรปกครองส่วนท้องถิ่น",
  ],
  kind: [
    "kind",
    "type",
    "officetype",
    "ประเภท",
    "ประเภทอปท",
    "ประเภทหน่วยงาน",
    "รูปแบบ",
    "ประเภทองค์กรปกครองส่วนท้องถิ่น",
  ],
  district: ["district", "amphoe", "amphur", "อำเภอ", "ชื่ออำเภอ", "เขต", "เขตอำเภอ", "อำเภอเขต"],
  province: ["province", "changwat", "จังหวัด", "ชื่อจังหวัด"],
} as const;
type RosterColumn = keyof typeof COLUMN_NAMES;
const COLUMNS = Object.keys(COLUMN_NAMES) as readonly RosterColumn[];

/** Titles and dates may stand over the header. */
const ROWS_OVER_THE_HEADER = 10;
const DELIMITERS = [",", ";", "\t", "|"] as const;

export interface Roster {
  readonly offices: readonly ListedOffice[];
  /** Rows that were left out, with the reason. */
  readonly problems: readonly OwnProblem[];
}

/**
 * The offices of an official roster: rows with the office's name and province, perhaps its code, kind and district,
 * under a header in Thai or English, with commas, semicolons, tabs or bars between cells. Rows that cannot be
 * understood, or that say what an earlier one has said, are left out and told of.
 */
export function readRoster(
  file: string,
  text: string,
  offices: OfficeDictionary,
  places: PlaceIndex,
): Roster | { readonly problem: string } {
  const table = DELIMITERS.map((delimiter) => findHeader(readDelimited(text, delimiter)))
    .flatMap((found) => found ?? [])
    .toSorted((a, b) => b.columns.size - a.columns.size)[0];
  if (table === undefined) {
    const names =
      "name (ชื่อ อปท.) and province (จังหวัด), and may name code (รหัส), kind (ประเภท), district (อำเภอ)";
    return { problem: `${file} has no header that is understood: its columns have to name ${names}.` };
  }
  const listed: ListedOffice[] = [];
  const problems: OwnProblem[] = [];
  const seen = new Map<string, number>();
  for (const { lineNumber, cells } of table.body) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const value = (column: RosterColumn): string => {
      const index = table.columns.get(column);
      return index === undefined ? "" : normalizeThai(cells[index] ?? "").text.trim();
    };
    const missing = (["name", "province"] as const).find((column) => value(column) === "");
    const office =
      missing === undefined
        ? toListedOffice(
            {
              officeCode: value("officeCode") || undefined,
              name: value("name"),
              kind: value("kind") || undefined,
              district: value("district") || undefined,
              province: value("province"),
            },
            offices,
            places,
          )
        : `The ${missing} is missing.`;
    if (typeof office === "string") {
      problems.push(problem(file, lineNumber, office));
      continue;
    }
    const key = `${office.fullName} ${office.districtCode ?? office.provinceCode}`;
    const first = seen.get(key);
    if (first === undefined) listed.push(office);
    else problems.push(problem(file, lineNumber, `"${office.fullName}" stands in line ${first} already.`));
    seen.set(key, first ?? lineNumber);
  }
  return { offices: listed, problems };
}

function findHeader(
  rows: readonly DelimitedRow[],
): { readonly columns: ReadonlyMap<RosterColumn, number>; readonly body: readonly DelimitedRow[] } | null {
  for (const [index, row] of rows.slice(0, ROWS_OVER_THE_HEADER).entries()) {
    const names = row.cells.map((cell) => foldName(cell));
    const columns = new Map<RosterColumn, number>();
    for (const column of COLUMNS) {
      const place = names.findIndex((name) => (COLUMN_NAMES[column] as readonly string[]).includes(name));
      if (place >= 0) columns.set(column, place);
    }
    if (columns.has("name") && columns.has("province")) return { columns, body: rows.slice(index + 1) };
  }
  return null;
}

function foldName(text: string): string {
  return normalizeThai(text)
    .text.toLowerCase()
    .replaceAll(/[\s._\-/()]/gu, "");
}

/** The list as an own-dictionary file, `offices.csv`; a byte order mark tells Excel that it is UTF-8. */
export function rosterToCsv(listed: readonly ListedOffice[], places: PlaceIndex): string {
  const cell = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = listed.map(({ officeCode, fullName, districtCode, provinceCode }) =>
    [
      officeCode ?? "",
      fullName,
      districtCode === null ? "" : (places.districts.get(districtCode)?.name ?? ""),
      places.provinces.get(provinceCode)?.name ?? "",
    ]
      .map(cell)
      .join(","),
  );
  return `\ufeff${["officeCode,name,district,province", ...lines].join("\r\n")}\r\n`;
}
