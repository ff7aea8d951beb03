import { describe, expect, it } from "vitest";
import { loadDictionaries } from "../../../src/repair/load-dictionaries.ts";
import { readRoster, rosterToCsv } from "../../../src/repair/own/read-roster.ts";

const { offices, places } = loadDictionaries();

function read(text: string) {
  const roster = readRoster("roster.csv", text, offices, places);
  if ("problem" in roster) throw new Error(roster.problem);
  return roster;
}

describe("readRoster", () => {
  it.each([
    ["Thai, semicolons", "\ufeffรหัส อปท.;ชื่อ อปท.;อำเภอ;จังหวัด\r\n01;เทศบาลตำบลหนองบัว;อ.หนองบัว;จ.นครสวรรค์\r\n"],
    ["English, tabs", "Org Code\tOffice Name\tDistrict\tProvince\n01\tทต.หนองบัว\tหนองบัว\tนครสวรรค์\n"],
    [
      "a title above, a kind of its own",
      "รายชื่อ,,,\n\nจังหวัด,อำเภอ,ประเภท,ชื่อ,รหัส\nนครสวรรค์,หนองบัว,เทศบาลตำบล,หนองบัว,01\n",
    ],
  ])("understands the header: %s", (_, text) => {
    expect(read(text)).toEqual({
      offices: [
        {
          officeCode: "01",
          kind: "subdistrict-municipality",
          fullName: "เทศบาลตำบลหนองบัว",
          ownName: "หนองบัว",
          districtCode: "6004",
          provinceCode: "60",
        },
      ],
      problems: [],
    });
  });

  it("names the rows that it leaves out by their line", () => {
    const { offices: listed, problems } = read(
      "ชื่อ,อำเภอ,จังหวัด\nอบต.ไผ่สิงห์,ชุมแสง,นครสวรรค์\nสำนักงาน,ชุมแสง,นครสวรรค์\nอบต.ไผ่สิงห์,ชุมแสง,นครสวรรค์\nอบต.ก,ข,นครสวรรค์\nอบต.ค,,\n",
    );
    expect(listed).toHaveLength(1);
    expect(problems.map(({ lineNumber }) => lineNumber)).toEqual([3, 4, 5, 6]);
  });

  it("says which columns it needs where it finds no header", () => {
    expect(readRoster("x.csv", "a,b\n1,2\n", offices, places)).toHaveProperty("problem");
  });

  it("becomes an own dictionary with the same offices", () => {
    const roster = read("ชื่อ,อำเภอ,จังหวัด\nอบจ.นครสวรรค์,เมือง,นครสวรรค์\nเทศบาลเมืองชุมแสง,ชุมแสง,นครสวรรค์\n");
    const text = rosterToCsv(roster.offices, places);
    expect(loadDictionaries(undefined, [{ name: "offices.csv", text }]).listedOffices).toEqual(
      roster.offices,
    );
  });
});
