import { readFileSync } from "node:fs";
import type { Seed } from "./seed.ts";

/** A folder of own dictionaries without a mistake; a case spoils one of its files. */
export const OWN_DICTIONARIES: Readonly<Record<string, string>> = {
  "offices.csv": [
    "officeCode,name,district,province",
    "06600501,องค์การบริหารส่วนตำบลไผ่สิงห์,ชุมแสง,นครสวรรค์",
    "05600502,เทศบาลตำบลทับกฤช,ชุมแสง,นครสวรรค์",
    "",
  ].join("\n"),
  "places.json": JSON.stringify([{ code: "6003", name: "ชุมแสงค์" }], null, 2),
  "policy-headings.csv": "title,id\nนโยบายด้านการดูแลบุคลากร,\nนโยบายวางแผนอัตรากำลังคน,workforce-planning\n",
  "phrases.csv": "phrase\nดำเนินการเรียบร้อยแล้ว\nแผนอัตรากำลังสามปี\n",
  "abbreviations.json": JSON.stringify(
    [{ form: "ผอ.", meaning: "ผู้อำนวยการ", contexts: ["กอง", "โรงเรียน"] }],
    null,
    2,
  ),
  "column-headings.csv": "heading,role\nผลที่เกิดขึ้นจริง,result\nเป้าหมายที่ตั้งไว้,target\nหมายเหตุอื่น,other\n",
};

const ROSTER = [
  "รหัส อปท.,ชื่อ อปท.,ประเภท,อำเภอ,จังหวัด",
  "06600501,ไผ่สิงห์,อบต.,ชุมแสง,นครสวรรค์",
  "05600502,ทับกฤช,เทศบาลตำบล,ชุมแสง,นครสวรรค์",
  "",
].join("\n");

/** Files for the commands that read no scan. */
export function commandSeeds(): readonly Seed[] {
  return [
    ...Object.entries(OWN_DICTIONARIES).map(([fileName, text]) => ({
      name: `dictionary-${fileName.replace(/\..*/u, "")}`,
      kind: "dictionary" as const,
      fileName,
      bytes: Buffer.from(text),
    })),
    { name: "roster", kind: "roster", fileName: "roster.csv", bytes: Buffer.from(ROSTER) },
    {
      name: "extraction",
      kind: "extraction",
      fileName: "extraction.json",
      // What the program made of the transcript `text-tabs`, kept so that the same case stays the same file.
      bytes: readFileSync(new URL("extraction.json", import.meta.url)),
    },
  ];
}
