import { describe, expect, test } from "vitest";
import { applyRepairs } from "../../src/repair/apply-repairs.ts";
import type { OrganizationEvidence } from "../../src/repair/evidence-text.ts";
import type { ResolvedOrganization } from "../../src/repair/organization.ts";
import { resolveOrganization } from "../../src/repair/resolve-organization.ts";
import { dictionaries } from "./support/dictionaries.ts";
import { addOcrNoise, seededRandom } from "./support/ocr-noise.ts";

const { places } = dictionaries;
const resolve = (evidence: Partial<OrganizationEvidence>): ResolvedOrganization =>
  resolveOrganization({ coverLines: [], titleLines: [], mentions: [], ...evidence }, dictionaries);
const codesOf = (resolved: ResolvedOrganization): string =>
  resolved.remarks.map(({ code }) => code).join(" ");

const PHAISING = {
  name: "องค์การบริหารส่วนตำบลไผ่สิงห์",
  kind: "subdistrict-administrative-organization",
  subdistrict: "ไผ่สิงห์",
  subdistrictCode: "600310",
  district: "ชุมแสง",
  districtCode: "6003",
  province: "นครสวรรค์",
  provinceCode: "60",
};
const TITLE = "รายงานผลการดำเนินงานตามนโยบายการบริหารทรัพยากรบุคคล";

function expectFieldsFromRepairs({ organization, repairs }: ResolvedOrganization): void {
  for (const field of ["name", "district", "province"] as const) {
    const { observed, repairs: list } = repairs[field];
    if (organization[field] !== null) expect(applyRepairs(observed ?? "", list)).toBe(organization[field]);
  }
}

describe("an office that district and province place", () => {
  test("is found through wrong letters, and every repair is told", () => {
    const resolved = resolve({
      coverLines: ["ของ", "องค์การบริหารส่วนตำบลไม้สิงห์", "อำเภอชมแสง จังหวัดนครสวรรด์"],
      titleLines: [`${TITLE}องค์การบริหารส่วนตำบลไฟสีงห์`, "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"],
      mentions: ["อบต.ไผ่สิงห์ ได้ประกาศปรับปรุงแผน"],
    });
    expect(resolved.organization).toEqual(PHAISING);
    expect(resolved.repairs.name).toMatchObject({
      observed: "องค์การบริหารส่วนตำบลไม้สิงห์",
      repairs: [{ from: "ไม้", to: "ไผ่", start: 21, rule: "dictionary:offices", applied: true }],
      place: { part: "cover", firstIndex: 1, lastIndex: 1 },
    });
    expect(resolved.repairs.district).toMatchObject({ observed: "ชมแสง", place: { firstIndex: 2 } });
    expect(resolved.remarks).toEqual([]);
    expectFieldsFromRepairs(resolved);
  });

  test("as the stock model reads it, the same wrong letter everywhere", () => {
    const resolved = resolve({
      coverLines: ["องค์การบริหารส่วนตําบลท่าพ่อ", "อําเภอเมืองพิจิตร จังหวัดพิจิตร"],
      titleLines: [`${TITLE}องค์การบริหารส่วนตําบลท่าพ่อ`],
      mentions: Array.from({ length: 30 }, () => "อบต.ท่าพ่อ ประกาศรับโอน (ย้าย)"),
    });
    expect(resolved.organization).toMatchObject({
      name: "องค์การบริหารส่วนตำบลท่าฬ่อ",
      subdistrictCode: "660104",
    });
    expectFieldsFromRepairs(resolved);
  });

  test("is left as it is where it was read right, with all confidence", () => {
    const resolved = resolve({
      coverLines: ["องค์การบริหารส่วนตำบลไผ่สิงห์", "อำเภอชุมแสง จังหวัดนครสวรรค์"],
    });
    expect(resolved.organization).toEqual(PHAISING);
    expect(Object.values(resolved.repairs).flatMap(({ repairs }) => repairs)).toEqual([]);
    expect(resolved.confidence).toBeGreaterThan(0.99);
  });

  test.each([
    ["name wrapped behind its prefix", ["องค์การบริหารส่วนตำบล", "ไผ่สิงห์", "อำเภอชุมแสง", "จังหวัดนครสวรรค์"]],
    ["short forms", ["อบต.ไผ่สิงห์ อ.ชุมแสง จ.นครสวรรค์"]],
    ["all in one line without spaces", ["องค์การบริหารส่วนตำบลไผ่สิงห์อำเภอชุมแสงจังหวัดนครสวรรค์"]],
    ["spaces put in", ["องค์การ บริหารส่วน ตำบล ไผ่ สิงห์", "อำเภอ ชุม แสง จังหวัด นคร สวรรค์"]],
    ["its sub-district named too", ["องค์การบริหารส่วนตำบลไผ่สิงห์", "ตำบลไผ่สิงห์ อำเภอชุมแสง จังหวัดนครสวรรค์"]],
  ])("however it is printed: %s", (_, coverLines) => {
    const resolved = resolve({ coverLines });
    expect(resolved.organization).toEqual(PHAISING);
    expectFieldsFromRepairs(resolved);
  });

  test("in the chief district, which is printed without its province", () => {
    const resolved = resolve({ coverLines: ["องค์การบริหารส่วนตำบลหนองบัว", "อำเภอเมือง จังหวัดกาญจนบุรี"] });
    expect(resolved.organization).toMatchObject({ subdistrictCode: "710106", district: "เมืองกาญจนบุรี" });
    expectFieldsFromRepairs(resolved);
  });

  test("keeps the other spelling that it prints", () => {
    const { organization } = resolve({
      coverLines: ["องค์การบริหารส่วนตำบลไผ่จำศิล", "อำเภอวิเศษชัยชาญ จังหวัดอ่างทอง"],
    });
    expect(organization).toMatchObject({ name: "องค์การบริหารส่วนตำบลไผ่จำศิล", subdistrict: "ไผ่จำศีล" });
  });
});

describe("near-twins", () => {
  test.each([
    ["หนองบัว", "ศรีนคร", "สุโขทัย", "640804"],
    ["หนองบอน", "บ่อไร่", "ตราด", "230301"],
    ["บ้านโคก", "เมืองเพชรบูรณ์", "เพชรบูรณ์", "670111"],
    ["บ้านโตก", "เมืองเพชรบูรณ์", "เพชรบูรณ์", "670104"],
    ["บ้านใหม่", "ระโนด", "สงขลา", "900711"],
    ["บ้านใหม่", "สามพราน", "นครปฐม", "730613"],
  ])("%s in อำเภอ%s", (name, district, province) => {
    const { organization } = resolve({
      coverLines: [`องค์การบริหารส่วนตำบล${name}`, `อำเภอ${district} จังหวัด${province}`],
    });
    const expected = [...places.subdistricts.values()].find(
      (place) =>
        place.name === name &&
        places.districts.get(place.code.slice(0, 4))?.name === district &&
        places.provinces.get(place.code.slice(0, 2))?.name === province,
    );
    expect(organization).toMatchObject({
      name: `องค์การบริหารส่วนตำบล${name}`,
      subdistrictCode: expected?.code,
    });
  });

  test("a reading between two of them stays, with a remark", () => {
    const resolved = resolve({ coverLines: ["องค์การบริหารส่วนตำบลบ้านฌก", "อำเภอเมืองเพชรบูรณ์ จังหวัดเพชรบูรณ์"] });
    expect(resolved.organization).toMatchObject({
      name: "องค์การบริหารส่วนตำบลบ้านฌก",
      subdistrictCode: null,
      districtCode: "6701",
    });
    expect(codesOf(resolved)).toBe("organization-name-unsure");
  });

  test("the document's other readings decide", () => {
    const { organization } = resolve({
      coverLines: ["องค์การบริหารส่วนตำบลบ้านฌก", "อำเภอเมืองเพชรบูรณ์ จังหวัดเพชรบูรณ์"],
      titleLines: [`${TITLE}องค์การบริหารส่วนตำบลบ้านโตก`],
      mentions: ["อบต.บ้านโตก ประกาศ", "ของ อบต.บ้านโตก"],
    });
    expect(organization).toMatchObject({ subdistrict: "บ้านโตก" });
  });
});

describe("a name alone", () => {
  const lines = (name: string) => ({ titleLines: [`${TITLE}องค์การบริหารส่วนตำบล${name} ประจำปีงบประมาณ`] });

  test("that is unique in the country places the office", () => {
    const resolved = resolve(lines("ไผ่สิงห์"));
    expect(resolved.organization).toEqual(PHAISING);
    expect(resolved.repairs.district.observed).toBeNull();
    expect(codesOf(resolved)).toBe("district-derived province-derived");
    expectFieldsFromRepairs(resolved);
  });

  test("that stands 28 times keeps its text and has no codes", () => {
    const resolved = resolve(lines("หนองบัว"));
    expect(resolved.organization).toEqual({
      ...PHAISING,
      name: "องค์การบริหารส่วนตำบลหนองบัว",
      subdistrict: null,
      subdistrictCode: null,
      district: null,
      districtCode: null,
      province: null,
      provinceCode: null,
    });
    expect(codesOf(resolved)).toBe("district-unknown province-unknown");
  });

  test("is placed by the bodies of its province in the text", () => {
    const resolved = resolve({
      ...lines("บ้านใหม่"),
      mentions: ["ตามมติ ก.อบต.จังหวัด\nสงขลา ในคราวประชุมครั้งที่ ๑๑/๒๕๖๕"],
    });
    expect(resolved.organization).toMatchObject({ district: "ระโนด", province: "สงขลา" });
  });

  test("is not placed by any province that the text mentions", () => {
    const { organization } = resolve({ ...lines("บ้านใหม่"), mentions: ["อบรม ณ โรงแรม จังหวัดสงขลา"] });
    expect(organization.provinceCode).toBeNull();
  });
});

describe("other kinds of office", () => {
  test.each([
    ["เทศบาลเมืองชุมแสง", "ชุมแสง", "นครสวรรค์", "town-municipality"],
    ["เทศบาลนครนครสวรรค์", "เมืองนครสวรรค์", "นครสวรรค์", "city-municipality"],
    ["เทศบาลตำบลสันติธรรมพัฒนา", "ชุมแสง", "นครสวรรค์", "subdistrict-municipality"],
    ["องค์การบริหารส่วนจังหวัดนครสวรรค์", "เมืองนครสวรรค์", "นครสวรรค์", "provincial-administrative-organization"],
  ])("%s", (name, district, province, kind) => {
    const resolved = resolve({ coverLines: [name, `อำเภอ${district} จังหวัด${province}`] });
    expect(resolved.organization).toMatchObject({ name, kind, district, province });
    expect(resolved.repairs.name.repairs).toEqual([]);
  });

  test("a municipality's own name stays as read, near a listed one or not", () => {
    const resolved = resolve({ coverLines: ["เทศบาลตำบลไผ่สิงห์พัฒนา", "อำเภอชุมแสง จังหวัดนครสวรรค์"] });
    expect(resolved.organization).toMatchObject({
      name: "เทศบาลตำบลไผ่สิงห์พัฒนา",
      subdistrict: null,
      districtCode: "6003",
    });
    expect(codesOf(resolved)).toBe("organization-name-unlisted");
  });

  test.each([
    ["ทัพรัง", "ทัพรั้ง", "พระทองคำ", "นครราชสีมา"],
    ["ม่วงตึด", "ม่วงตึ๊ด", "ภูเพียง", "น่าน"],
  ])("a name that lacks a mark of its sub-district is that one: %s", (read, name, district, province) => {
    const resolved = resolve({
      coverLines: [`เทศบาลตำบล${read}`, `อำเภอ${district} จังหวัด${province}`],
      titleLines: [`${TITLE}เทศบาลตำบล${read}`],
    });
    expect(resolved.organization).toMatchObject({ name: `เทศบาลตำบล${name}`, subdistrict: name });
    expectFieldsFromRepairs(resolved);
  });

  test("but not where the whole report spells it so", () => {
    const resolved = resolve({
      coverLines: ["เทศบาลตำบลทัพรัง", "อำเภอพระทองคำ จังหวัดนครราชสีมา"],
      titleLines: [`${TITLE}เทศบาลตำบลทัพรัง`],
      mentions: Array.from({ length: 5 }, () => "เทศบาลตำบลทัพรัง ประกาศรับสมัคร"),
    });
    expect(resolved.organization.name).toBe("เทศบาลตำบลทัพรัง");
  });

  test("the readings of such a name decide among themselves", () => {
    const resolved = resolve({
      coverLines: ["เทศบาลตำบลสันดิธรรมพัฒนา", "อำเภอชุมแสง จังหวัดนครสวรรค์"],
      titleLines: [`${TITLE}เทศบาลตำบลสันติธรรมพัฒนา`],
      mentions: [
        "ของเทศบาลตำบลสันติธรรมพัฒนา ดังนี้",
        ...Array.from({ length: 5 }, () => "ทต.สันติธรรมพัฒนา ประกาศรับสมัคร"),
      ],
    });
    expect(resolved.organization.name).toBe("เทศบาลตำบลสันติธรรมพัฒนา");
    expect(resolved.repairs.name.repairs).toMatchObject([{ rule: "document:readings", applied: true }]);
  });

  test("those that are one of a kind", () => {
    expect(resolve({ coverLines: ["รายงาน", "เมืองพัทบา จังหวัดชลบุรี"] }).organization).toMatchObject({
      name: "เมืองพัทยา",
      kind: "special",
      districtCode: "2004",
      provinceCode: "20",
    });
  });

  test("none at all", () => {
    const resolved = resolve({ coverLines: ["ใบเบิกเงินค่าเช่าบ้าน"], mentions: ["ก.อบต.จังหวัดนครสวรรค์"] });
    expect(resolved.organization).toMatchObject({ name: null, kind: null, provinceCode: null });
    expect(codesOf(resolved)).toBe("organization-not-found");
    expect(resolve({}).organization.name).toBeNull();
  });
});

test("60 offices over the country come out right with 10 % wrong letters", () => {
  const random = seededRandom(11);
  const all = [...places.subdistricts.values()].filter(({ code }) => !code.startsWith("10"));
  const wrong: string[] = [];
  for (let index = 0; index < 60; index++) {
    const subdistrict = all[Math.floor(random() * all.length)]!;
    const district = places.districts.get(subdistrict.code.slice(0, 4))!;
    const province = places.provinces.get(subdistrict.code.slice(0, 2))!;
    const name = `องค์การบริหารส่วนตำบล${subdistrict.name}`;
    const misread = (lines: string[]): string[] => lines.map((line) => addOcrNoise(line, 0.1, random));
    const resolved = resolve({
      coverLines: misread(["ของ", name, `อำเภอ${district.name} จังหวัด${province.name}`]),
      titleLines: misread([`${TITLE}${name}`, "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"]),
      mentions: misread([`อบต.${subdistrict.name} ได้ประกาศ`, "อบต.จัดโครงการอบรมอย่างน้อยปีละ ๑ ครั้ง"]),
    });
    expectFieldsFromRepairs(resolved);
    const { organization } = resolved;
    if (organization.name !== name || organization.subdistrictCode !== subdistrict.code) wrong.push(name);
  }
  expect(wrong).toEqual([]);
});

test("running text that only looks like a kind of office makes none", () => {
  const resolved = resolve({ mentions: ["แจ้งพนักงานเทศบาลทราบภายในเดือนกรกฎาคม"] });
  expect(resolved.organization).toMatchObject({ name: null, kind: null });
  expect(codesOf(resolved)).toBe("organization-not-found");
});

test("an office is told from a list of 200,000 texts as from a few", { timeout: 60_000 }, () => {
  const mentions = Array.from({ length: 200_000 }, (_, index) => `จัดทำแผนของ อบต.ไผ่สิงห์ ครั้งที่ ${index}`);
  const { organization } = resolveOrganization({ coverLines: [], titleLines: [], mentions }, dictionaries);
  expect(organization.name).toBe("องค์การบริหารส่วนตำบลไผ่สิงห์");
});
