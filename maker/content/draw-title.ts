import type { Random } from "../random.ts";
import type { Office } from "./draw-office.ts";

const SUBJECTS = [
  "รายงานผลการดำเนินงานตามนโยบายการบริหารทรัพยากรบุคคล",
  "รายงานผลการดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล",
  "รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล",
  "รายงานผลการดำเนินงานตามนโยบายการบริหารและพัฒนาทรัพยากรบุคคล",
] as const;

/** Lines of the cover: subject, year, whose, where. */
export function drawCoverLines(office: Office, fiscalYearBE: number, random: Random): string[] {
  const { name, district, province } = office.organization;
  const subject = random.pick([...SUBJECTS, "การดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล"]);
  const ofWhom = random.chance(0.7) ? ["ของ"] : [];
  const year = `ประจำปีงบประมาณ พ.ศ. ${fiscalYearBE}`;
  return [subject, year, ...ofWhom, name, `อำเภอ${district} จังหวัด${province}`];
}

/** Lines of the heading over the first table. */
export function drawTitleLines(office: Office, fiscalYearBE: number, random: Random): string[] {
  const { name, district, province } = office.organization;
  const subject = random.pick(SUBJECTS);
  const year = random.pick([`ประจำปีงบประมาณ พ.ศ. ${fiscalYearBE}`, `ประจำปีงบประมาณ ${fiscalYearBE}`]);
  return random.weighted([
    [[`${subject}${name}`, year], 4],
    [[subject, `${year} ของ${name}`], 2],
    [[subject, name, year], 2],
    [[subject, `${name} อำเภอ${district} จังหวัด${province}`, year], 2],
  ]);
}
