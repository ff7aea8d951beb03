import type { JudgedDocument, JudgedRecord } from "../../src/evaluate/truth.ts";

/** A record of the HR form, right in every field unless told otherwise. */
export function sampleRecord(overrides: Partial<JudgedRecord> = {}): JudgedRecord {
  return {
    policyNumber: 1,
    policyTitle: "นโยบายการวางแผนกำลังคน",
    activityNumber: 1,
    activityName: "ปรับปรุงแผนอัตรากำลัง ๓ ปี",
    target: "ยุบเลิกตำแหน่ง",
    result: "ประกาศปรับปรุงแผน เมื่อวันที่ ๒๘ พ.ย.๖๕\nสำนักปลัด",
    issues: null,
    budgetAllocatedBaht: 140000,
    budgetDisbursedBaht: 22460.5,
    followedPolicy: true,
    deviatedFromPolicy: false,
    completed: false,
    dates: [{ field: "result", text: "๒๘ พ.ย.๖๕", iso: "2022-11-28", isoEnd: null }],
    pageNumbers: [2],
    ...overrides,
  };
}

export const POLICIES: readonly JudgedRecord[] = [
  sampleRecord(),
  sampleRecord({
    policyNumber: 2,
    policyTitle: "นโยบายการสรรหาคนดีคนเก่ง",
    activityName: "ประชาสัมพันธ์รับโอนพนักงานส่วนตำบล",
    target: "คัดเลือกพนักงานตามกรอบโครงสร้าง",
    result: "ประกาศรับโอน จำนวน ๔ ตำแหน่ง",
    dates: [],
  }),
  sampleRecord({
    policyNumber: 2,
    policyTitle: "นโยบายการสรรหาคนดีคนเก่ง",
    activityNumber: 2,
    activityName: "รับสมัครบุคคลทั่วไปเพื่อเลือกสรร",
    target: null,
    result: "ไม่มีการดำเนินการ",
    dates: [],
  }),
];

export function sampleDocument(records: readonly JudgedRecord[]): JudgedDocument {
  return {
    reportKind: "hr-policy-report",
    title: "รายงานผลการดำเนินงาน",
    organization: {
      name: "องค์การบริหารส่วนตำบลไผ่สิงห์",
      kind: "subdistrict-administrative-organization",
      subdistrict: "ไผ่สิงห์",
      subdistrictCode: "600310",
      district: "ชุมแสง",
      districtCode: "6003",
      province: "นครสวรรค์",
      provinceCode: "60",
    },
    fiscalYearBE: 2566,
    records: [...records],
  };
}
