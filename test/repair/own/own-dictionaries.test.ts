import { describe, expect, it } from "vitest";
import { loadDictionaries } from "../../../src/repair/load-dictionaries.ts";
import { assignColumnRoles } from "../../../src/repair/assign-column-roles.ts";
import { matchPolicyHeading } from "../../../src/repair/match-policy-heading.ts";
import { addOfficeCodes } from "../../../src/repair/own/add-office-codes.ts";
import { OwnDictionaryError } from "../../../src/repair/own/own-dictionary-error.ts";
import { readCsvRows, readJsonRows } from "../../../src/repair/own/own-row.ts";
import { resolveOrganization } from "../../../src/repair/resolve-organization.ts";
import type { ExtractionDocument } from "../../../src/model/extraction.ts";

function problemsOf(name: string, text: string): string[] {
  try {
    loadDictionaries(undefined, [{ name, text }]);
  } catch (error) {
    if (error instanceof OwnDictionaryError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("own dictionaries", () => {
  const own = loadDictionaries(undefined, [
    { name: "column-headings.csv", text: "heading,role\nเงินที่เทศบาลให้ไว้,budgetAllocated\n" },
    { name: "offices.csv", text: "officeCode,name,district,province\n77,ทต.สวนสวรรค์งาม,ชุมแสง,นครสวรรค์\n" },
    { name: "places.json", text: '[{ "code": "600310", "name": "ไผ่สิงห์เก่า" }]' },
    { name: "policy-headings.csv", text: "title\nนโยบายความสุขในการทำงานของคนสวนสวรรค์\n" },
  ]);
  const builtIn = loadDictionaries();

  it("are laid over the built-in ones, which stay", () => {
    const paths = [["ลำดับ"], ["กิจกรรม"], ["งบประมาณ", "เงินที่เทศบาลให้ไว้"], ["งบประมาณ", "เบิกจ่ายจริง"]];
    const roles = ["sequence", "activity", "budgetAllocated", "budgetDisbursed"];
    expect(assignColumnRoles(paths, own.columnHeadings)).toEqual(roles);
    const heading = "๙. นโยบายความสุขในการทำงานของคนสวนสวรรศ์";
    expect(matchPolicyHeading(heading, own.policyHeadings)?.title).toBe(
      "นโยบายความสุขในการทำงานของคนสวนสวรรค์",
    );
    expect(matchPolicyHeading(heading, builtIn.policyHeadings)).toBeNull();
    expect(matchPolicyHeading("๔. นโยบายการพัฒนาบุคลากร", own.policyHeadings)?.score).toBe(1);
    expect(own.places.subdistricts.get("600310")?.spellings.map(({ name }) => name)).toContain("ไผ่สิงห์เก่า");
    expect(own.hash).not.toBe(builtIn.hash);
  });

  it("name a municipality that no gazetteer has, and give its code", () => {
    const coverLines = ["เทศบาลตำบลสวนสวรรศ์งาม", "อำเภอชุมแสง จังหวัดนครสวรรค์"];
    const evidence = { coverLines, titleLines: [], mentions: [] };
    const { organization } = resolveOrganization(evidence, own);
    expect(organization).toMatchObject({
      name: "เทศบาลตำบลสวนสวรรค์งาม",
      subdistrict: null,
      districtCode: "6003",
    });
    expect(resolveOrganization(evidence, builtIn).organization.name).toBe("เทศบาลตำบลสวนสวรรศ์งาม");
    const documents = [{ organization }] as unknown as ExtractionDocument[];
    expect(addOfficeCodes(documents, own.listedOffices)[0]?.organization).toHaveProperty("officeCode", "77");
    expect(addOfficeCodes(documents, [])[0]?.organization).not.toHaveProperty("officeCode");
  });

  it("do not take another kind of office for the listed one", () => {
    const evidence = {
      coverLines: ["องค์การบริหารส่วนตำบลไผ่สิงห์", "อำเภอชุมแสง จังหวัดนครสวรรค์"],
      titleLines: [],
      mentions: [],
    };
    const { organization } = resolveOrganization(evidence, own);
    expect(organization).toEqual(resolveOrganization(evidence, builtIn).organization);
  });

  it.each([
    ["places.csv", "code,name\n6003,ก\n99,ข\n", ['places.csv:3: "99": there is no such place.']],
    ["offices.csv", "name,province\nทต.ก,นครสวร\n", ['offices.csv:2: There is no province "นครสวร".']],
    ["phrases.csv", "phrase,note\nแผนงานพิเศษ,x\n", ['phrases.csv:2: "note" is no name that is known here']],
    [
      "phrases.csv",
      "phrase\nแผนงานพิเศษ\nทำ\nแผน ๒๕๖๖\nแผนงานพิเศษ\n",
      [
        expect.stringContaining('phrases.csv:3: "phrase" needs three Thai letters'),
        expect.stringContaining('phrases.csv:4: "phrase" needs three Thai letters'),
        "phrases.csv:5: The same stands in line 2 of phrases.csv already.",
      ],
    ],
    [
      "names.csv",
      "name\nx\n",
      [expect.stringContaining("names.csv:1: Nothing is read from a file of this name")],
    ],
    [
      "column-headings.json",
      '[\n  { "heading": "ก", "role": "issues" },\n  { "heading": "[{",\n    "role": "money" }\n]',
      [expect.stringMatching(/^column-headings\.json:3: "role" has to be one of/u)],
    ],
    [
      "phrases.json",
      '[\n  { "phrase": "ก" },\n  { "phrase": }\n]',
      [expect.stringContaining("phrases.json:3: ")],
    ],
    ["phrases.json", "{}", ["phrases.json:1: The file has to hold an array: [ { … }, { … } ]."]],
  ])("say what is wrong in %s, with the line", (name, text, expected) => {
    expect(problemsOf(name, text)).toEqual(expected);
  });
});

describe("rows of own dictionaries", () => {
  it("come from CSV with any of Excel's delimiters, and from JSON, with their lines", () => {
    for (const delimiter of [",", ";", "\t"]) {
      const text = `\ufeffcode${delimiter}name\r\n\r\n60${delimiter}"ก ข"\r\n`;
      expect(readCsvRows("a.csv", text)).toEqual({
        rows: [{ lineNumber: 3, values: { code: "60", name: "ก ข" } }],
        problems: [],
      });
    }
    expect(readJsonRows("a.json", '[{"a":"[,"},\n\n{"a":["x","y"]}]').rows).toEqual([
      { lineNumber: 1, values: { a: "[," } },
      { lineNumber: 3, values: { a: ["x", "y"] } },
    ]);
  });
});
