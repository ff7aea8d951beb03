import { describe, expect, test } from "vitest";
import type { Organization } from "../../src/model/extraction.ts";
import { matchPolicyHeading } from "../../src/repair/match-policy-heading.ts";
import { repairReport } from "../../src/repair/repair-report.ts";
import { resolveOrganization } from "../../src/repair/resolve-organization.ts";
import { dictionaries } from "./support/dictionaries.ts";
import { PHAISING, readEvidence, reportOf } from "./support/report-texts.ts";

/** The slips that were named when repair was asked for, each where it can stand, and none with help from elsewhere. */
const FIELDS = ["policyTitle", "activityName", "target", "result", "issues"] as const;

function repaired(text: string, organization = PHAISING): (string | null)[] {
  const texts = Object.fromEntries(FIELDS.map((field) => [field, text]));
  const [record] = repairReport(reportOf([texts], organization), dictionaries).records;
  return FIELDS.map((field) => record![field]);
}

describe("in running text", () => {
  test.each([
    ["ตามประกาศองค์การบริหารส่วนตำบลไม้สิงห์ เรื่อง หลักเกณฑ์", "ตามประกาศองค์การบริหารส่วนตำบลไผ่สิงห์ เรื่อง หลักเกณฑ์"],
    ["พนักงานของ อบต.ไฟสีงห์ ทุกคน", "พนักงานของ อบต.ไผ่สิงห์ ทุกคน"],
    ["ตามนโยบายสรรหาค nhânที่คนเก่งมาปฏิบัติงาน", "ตามนโยบายสรรหาคนดีคนเก่งมาปฏิบัติงาน"],
    ["ปรับปรุงสถานที่ทำงานให้นำอยู่ นำทำงาน", "ปรับปรุงสถานที่ทำงานให้น่าอยู่ น่าทำงาน"],
    ["ขอให้ กสภ. ดำเนินการสอบแข่งขันแทน", "ขอให้ กสถ. ดำเนินการสอบแข่งขันแทน"],
    ["ร้องขอให้ กสท. จัดสรรผู้สอบแข่งขันได้", "ร้องขอให้ กสถ. จัดสรรผู้สอบแข่งขันได้"],
    ["ปรับปรุงแผนอัตรากำลึง ๓ ปี", "ปรับปรุงแผนอัตรากำลัง ๓ ปี"],
  ])("%s", (slip, right) => {
    expect(repaired(slip)).toEqual(FIELDS.map(() => right));
    expect(repaired(right)).toEqual(FIELDS.map(() => right));
  });

  test("แผนพบประชาชนสัมพันธ์ with the right wording elsewhere; alone, made of words, it is a suggestion", () => {
    const slip = "จัดทำแผนพบประชาชนสัมพันธ์";
    const right = "จัดทำแผ่นพับประชาสัมพันธ์";
    const [record] = repairReport(reportOf([{ result: slip, target: right }]), dictionaries).records;
    expect(record?.result).toBe(right);
    const [alone] = repairReport(reportOf([{ result: slip }]), dictionaries).records;
    expect(alone?.result).toBe(slip);
    expect(alone?.remarks.map(({ code }) => code)).toContain("repair-suggested");
  });
});

describe("in headings", () => {
  test.each([
    [
      "๒. นโยบายการสรรหาค nhânที่คนเก่งเพื่อปฏิบัติงานตามภารกิจของหน่วยงาน",
      "นโยบายการสรรหาคนดีคนเก่งเพื่อปฏิบัติงานตามภารกิจของหน่วยงาน",
    ],
    ["๑. นโยบายการวางแผนอัตรากำลึง", "นโยบายการวางแผนอัตรากำลัง"],
  ])("%s", (slip, right) => {
    expect(matchPolicyHeading(slip, dictionaries.policyHeadings)?.title).toBe(right);
  });

  test("a heading that is in no list has its slips repaired like running text", () => {
    expect(repaired("หน่วยงานนำอยู่ นำทำงาน ด้วยอัตรากำลึงที่เหมาะสม")[0]).toBe(
      "หน่วยงานน่าอยู่ น่าทำงาน ด้วยอัตรากำลังที่เหมาะสม",
    );
  });

  test.each(["ไม้สิงห์", "ไฟสีงห์"])("the title and the cover with %s", (slip) => {
    const title = `รายงานผลขององค์การบริหารส่วนตำบล${slip} อำเภอชุมแสง`;
    const report = { ...reportOf([]), title, titleEvidence: readEvidence(title) };
    expect(repairReport(report, dictionaries).title).toBe(title.replace(slip, "ไผ่สิงห์"));
    const coverLines = [`องค์การบริหารส่วนตำบล${slip}`, "อำเภอชุมแสง จังหวัดนครสวรรค์"];
    const { organization } = resolveOrganization({ coverLines, titleLines: [], mentions: [] }, dictionaries);
    expect(organization).toEqual(PHAISING);
  });
});

describe("of other offices over the country", () => {
  const office = (organization: Partial<Organization>): Organization => ({ ...PHAISING, ...organization });
  test.each([
    [
      office({ name: "เทศบาลตำบลหนองบัว", kind: "subdistrict-municipality", subdistrict: "หนองบัว" }),
      "ประกาศเทศบาลตำบลหนองบวั เรื่อง การลา",
      "ประกาศเทศบาลตำบลหนองบัว เรื่อง การลา",
    ],
    [
      office({ name: "เทศบาลเมืองแม่โจ้", kind: "town-municipality", subdistrict: null, subdistrictCode: null }),
      "พนักงานเทศบาลเมืองแมโจ้ ทุกคน",
      "พนักงานเทศบาลเมืองแม่โจ้ ทุกคน",
    ],
    [
      office({
        name: "องค์การบริหารส่วนจังหวัดสุราษฎร์ธานี",
        kind: "provincial-administrative-organization",
        subdistrict: null,
        subdistrictCode: null,
        district: null,
        districtCode: null,
        province: "สุราษฎร์ธานี",
        provinceCode: "84",
      }),
      "ข้าราชการขององค์การบริหารส่วนจังหวัดสุราษฏร์ธานี",
      "ข้าราชการขององค์การบริหารส่วนจังหวัดสุราษฎร์ธานี",
    ],
  ])("%o", (organization, slip, right) => {
    expect(repaired(slip, organization)).toEqual(FIELDS.map(() => right));
    expect(repaired(right, organization)).toEqual(FIELDS.map(() => right));
  });
});

test.each([
  ["a Latin word in print", "ระบบe-LAASของกรมส่งเสริมการปกครองท้องถิ่น"],
  ["Latin letters between words that are no wording", "สรรหา HR ที่ดี คนเก่ง"],
  ["a person whose name begins like a post", "โดยมีนายกฤษฎา บุคลาก เป็นผู้รับผิดชอบ"],
])("%s stays", (_, text) => {
  expect(repaired(text)).toEqual(FIELDS.map(() => text));
});
