import { describe, expect, test } from "vitest";
import { normalizeThai } from "../../src/normalize/normalize-thai.ts";
import { applyRepairs } from "../../src/repair/apply-repairs.ts";
import { repairReport } from "../../src/repair/repair-report.ts";
import { dictionaries } from "./support/dictionaries.ts";
import { addOcrNoise, seededRandom } from "./support/ocr-noise.ts";
import { phaisingTexts, readEvidence, type ReadTexts, reportOf } from "./support/report-texts.ts";

/** The truth of the fixture with one slip put in wherever the right wording stands. */
function withSlip(right: string, slip: string): ReadTexts[] {
  return phaisingTexts().map((texts) =>
    Object.fromEntries(
      Object.entries(texts).map(([field, text]) => [field, text?.replace(right, slip) ?? text]),
    ),
  );
}

function repairedTexts(texts: readonly ReadTexts[]): ReadTexts[] {
  return repairReport(reportOf(texts), dictionaries).records.map((record) => ({
    policyTitle: record.policyTitle,
    activityName: record.activityName,
    target: record.target,
    result: record.result,
    issues: record.issues,
  }));
}

describe("a slip in running text", () => {
  test.each([
    ["ไผ่สิงห์", "ไม้สิงห์"],
    ["ไผ่สิงห์", "ไฟสีงห์"],
    ["อบต.ไผ่สิงห์", "อบต.ไฝ่สิงห์"],
    ["องค์การบริหารส่วนตำบลไผ่สิงห์", "องค์การบริหารส่วนตำบลไม้สิงห์"],
    ["องค์การบริหารส่วนตำบลไผ่สิงห์", "องค์การ บริหารส่วนตำบลไผสิงห์"],
    ["๒. จัดทำแผ่นพับประชาสัมพันธ์", "๒. จัดทำแผนพบประชาชนสัมพันธ์"],
    ["น่าอยู่ น่าทำงาน", "นำอยู่ นำทำงาน"],
    ["กสถ.", "กสภ."],
    ["กสถ.", "กสท."],
    ["อัตรากำลัง", "อัตรากำลึง"],
    ["สรรหาคนดีคนเก่ง", "สรรหาคนดืคนเก่ง"],
    ["จังหวัดนครสวรรค์", "จังหวัดนครสวรรด์"],
    ["พนักงานส่วนตำบล", "พนักงานส่วนตำบส"],
    ["เมื่อวันที่", "เมือวันที่"],
    ["บุคลากร", "บคลากร"],
  ])("%s read as %s is repaired, and nothing else changes", (right, slip) => {
    const texts = withSlip(right, slip);
    expect(texts).not.toEqual(phaisingTexts());
    expect(repairedTexts(texts)).toEqual(phaisingTexts());
  });

  // Slips that fall into words which are right by themselves: each text holds one.
  test.each([
    ["a lost mark at the end, where no letter follows", "คัดเลือกองค์ความรู้ ดังนี\n- การจัดทำแผน", "ดังนี้"],
    ["a long set phrase", "รายงานขอมูลส่วนบุคคลของพนักงาน", "ข้อมูลส่วนบุคคล"],
    ["a long set phrase with ำ", "งบประมาณมีจากัด", "งบประมาณมีจำกัด"],
    ["a settled word", "มีกรอบอัตรากำลังทั้งสิน ๗๕ อัตรา", "ทั้งสิ้น"],
  ])("%s", (_, text, right) => {
    const [record] = repairReport(reportOf([{ result: text }]), dictionaries).records;
    expect(record?.result).toContain(right);
    const repairs = record?.evidence["result"]?.repairs.filter(({ applied }) => applied);
    expect(repairs).toHaveLength(1);
  });

  test("is shown with its place and its rule", () => {
    const report = repairReport(
      reportOf([{ result: "ขององค์การ บริหารส่วนตำบลไฟสีงห์ ตามแผนอัตรากำลึง ๓ ปี" }]),
      dictionaries,
    );
    expect(report.records[0]?.evidence["result"]?.repairs).toEqual([
      { from: " ", to: "", start: 10, rule: "join:offices", score: expect.any(Number), applied: true },
      {
        from: "ไฟสี",
        to: "ไผ่สิ",
        start: 24,
        rule: "document:office",
        score: expect.any(Number),
        applied: true,
      },
      {
        from: "ลึ",
        to: "ลั",
        start: 46,
        rule: "dictionary:set-phrases",
        score: expect.any(Number),
        applied: true,
      },
    ]);
  });
});

describe("stays as read", () => {
  test.each([
    ["another office of the gazetteer", "ร่วมกับ อบต.ไผ่สิงห์ และ อบต.พันลาน จัดอบรม"],
    ["a near name that is another place's", "ศึกษาดูงาน ณ องค์การบริหารส่วนตำบลไผ่สิงโต ได้รับความรู้"],
    ["an office without a name", "อบต.จัดโครงการอบรมอย่างน้อยปีละ ๑ ครั้ง"],
    ["names of persons", "แต่งตั้ง นายบุคลาก รพนักง และนางสาวอัตราก ลำลึง เป็นกรรมการ"],
    ["what is quoted", "โครงการ “บุคสากร อัตรากำลึง” ประจำปี"],
    ["Latin words and numbers", "ระบบ e-LAAS เลขที่ มท ๐๘๐๙.๒/ว ๑๒ ลงวันที่ ๓๑ ก.พ. ๒๕๖๖"],
    ["words that no list has", "ณ โรงแรมปียอนด์ สวีท เขตบางพลัด"],
    ["words beside a part of a settled wording", "จัดทำแผ่นพับประชาสัมพันธ์ ได้แก่ นักประชาสัมพันธ์ ๑ อัตรา"],
    ["a settled word's letters in other words", "รองขอ มูลค่าทั้งหมด คำเฉลยข้อสอบ ทางสนามบิน"],
    ["words that look like others", "ดังนั้น ผู้เข้าอบรมแค่ตั้งใจ ท่านไม่มีสิทธิ์ในเรื่องนี้ ทุจริตคอร์รัปชั่น"],
  ])("%s", (_, text) => {
    const [record] = repairReport(reportOf([{ result: text }]), dictionaries).records;
    expect(record?.result).toBe(text);
  });

  test("a month that is none, with a suggestion", () => {
    const text = "ประกาศลงวันที่ ๑๕ ธันวาคน ๒๕๖๕";
    const [record] = repairReport(reportOf([{ result: text }]), dictionaries).records;
    expect(record?.result).toBe(text);
    expect(record?.evidence["result"]?.repairs).toEqual([
      expect.objectContaining({ from: "ธันวาคน", to: "ธันวาคม", rule: "dictionary:months", applied: false }),
    ]);
    expect(record?.remarks).toContainEqual(
      expect.objectContaining({ code: "repair-suggested", field: "result" }),
    );
  });
});

test("a slip is read by the place that says the same elsewhere in the report", () => {
  const texts = [
    { activityName: "จัดทำโครงการคลินิกกฎหมายเคลื่อนที่ให้ชุมชน", target: "จัดทำโครงการคลินิกกฎหมายเคสื่อนที่ให้ชุมชน" },
  ];
  expect(repairedTexts(texts)[0]?.target).toBe(texts[0]!.activityName);
});

test("slips that only a person can correct are remarked and left", () => {
  const text =
    "ลงวันที่ ลงวันที่ ๑๗ ต.ค.๖๕ แผนพัฒนา ๒๕๖๔- ๒๕๖๖๒\n-รอบที่ ๑ (๑ ต.ค. ๖๕ - ๓๑ มี.ค. ๖๖)\n-รอบที่ ๒ (๑ มี.ค.๖๖-๓๐ ก.ย.๖๖)";
  const [record] = repairReport(reportOf([{ result: text }]), dictionaries).records;
  expect(record?.result).toBe(text);
  expect(record?.status).toBe("review");
  expect(record?.remarks.map(({ code }) => code)).toEqual([
    "word-doubled",
    "year-too-long",
    "rounds-overlap",
  ]);
});

test("the title is repaired with the office's name", () => {
  const title = "รายงานผลการดำเนินงานตามนโยบายการบริหารทรัพยากรบุคคลองค์การบริหารส่วนตำบลไม้สิงห์";
  const repaired = repairReport({ ...reportOf([]), title, titleEvidence: readEvidence(title) }, dictionaries);
  expect(repaired.title).toBe(title.replace("ไม้สิงห์", "ไผ่สิงห์"));
  expect(applyRepairs(title, repaired.titleEvidence!.repairs)).toBe(repaired.title);
});

test("clean text stays, and applied repairs always give the text", () => {
  const clean = phaisingTexts();
  expect(repairedTexts(clean)).toEqual(clean);
  for (const share of [0.02, 0.08]) {
    const random = seededRandom(7);
    // The same noise as a transcript: in canonical order, as every text comes to repair.
    const noise = (text: string): string => normalizeThai(addOcrNoise(text, share, random)).text;
    const noisy = clean.map((texts) =>
      Object.fromEntries(
        Object.entries(texts).map(([field, text]) => [field, text === null ? null : noise(text)]),
      ),
    );
    for (const record of repairReport(reportOf(noisy), dictionaries).records) {
      for (const field of ["policyTitle", "activityName", "target", "result", "issues"] as const) {
        const { observed, repairs } = record.evidence[field]!;
        if (observed === null) continue;
        expect(applyRepairs(observed, repairs)).toBe(record[field]);
        expect(record[field]!.match(/[0-9๐-๙]+/gu)).toEqual(observed.match(/[0-9๐-๙]+/gu));
      }
    }
  }
});

test("foreign letters in a long text are looked at where they stand", { timeout: 20_000 }, () => {
  const text = "สรรหาค nhânที่คนเก่ง และดำเนินกา rxที่ ".repeat(400).trim();
  const [record] = repairReport(reportOf([{ result: text }]), dictionaries).records;
  expect(record?.result?.length).toBeGreaterThan(10_000);
});
