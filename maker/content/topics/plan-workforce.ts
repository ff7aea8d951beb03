import { say, sayAll } from "../phrase.ts";
import { DIVISIONS, HIRED_POSITIONS, LEVELS, POSITIONS } from "../vocabulary.ts";
import type { Topic } from "../writing.ts";

export const planWorkforce: Topic = {
  headings: [
    "นโยบายการวางแผนกำลังคน",
    "นโยบายด้านการวางแผนอัตรากำลัง",
    "ด้านการวางแผนกำลังคน",
    "นโยบายการวางแผนและบริหารอัตรากำลัง",
    "ด้านการวิเคราะห์อัตรากำลัง",
    "นโยบายด้านโครงสร้างการบริหารและอัตรากำลัง",
  ],
  activities: [
    (w) => ({
      name: say`ปรับปรุงแผนอัตรากำลัง 3 ปี ${w.inYear()} (${w.planYears()})`,
      target: sayAll([
        say`ปรับปรุงแผนอัตรากำลัง 3 ปี ให้สอดคล้องกับภารกิจของ${w.office.longKind}`,
        w.pick([
          "\nยุบเลิกตำแหน่ง/ปรับเพิ่มตำแหน่ง เพื่อรองรับภารกิจที่เพิ่มขึ้น",
          " และควบคุมภาระค่าใช้จ่ายด้านการบริหารงานบุคคลไม่ให้เกินร้อยละ 40",
          "",
        ]),
      ]),
      result: sayAll(
        [
          say`${w.us()} ได้ประกาศปรับปรุงแผนอัตรากำลัง 3 ปี (${w.planYears()}) ฉบับแก้ไขเพิ่มเติม (ฉบับที่ ${w.random.integer(1, 6)}) ตามมติ ${w.office.committee} ในการประชุมครั้งที่ ${w.order()} เมื่อวันที่ ${w.date()} ดังนี้`,
          w.pick([w.office.secretariat, w.pick(DIVISIONS)]),
          w.list(
            w.some(
              [
                say`ยุบเลิกตำแหน่งพนักงานจ้างทั่วไป ตำแหน่ง ${w.pick(HIRED_POSITIONS)} ${w.random.integer(1, 3)} อัตรา`,
                say`กำหนดตำแหน่งพนักงานจ้างเพิ่ม ตำแหน่ง ${w.pick(HIRED_POSITIONS)} จำนวน ${w.random.integer(1, 4)} อัตรา`,
                say`กำหนดตำแหน่ง ${w.pick(POSITIONS)} ${w.pick(LEVELS)} เพิ่มใหม่ 1 อัตรา`,
                say`ปรับปรุงตำแหน่ง ${w.pick(POSITIONS)} เป็นตำแหน่ง ${w.pick(POSITIONS)}`,
              ],
              1,
              3,
            ),
          ),
          say`มีผลตั้งแต่วันที่ ${w.date()} เป็นต้นไป`,
        ],
        "\n",
      ),
      issues: w.random.chance(0.3)
        ? say`ภาระค่าใช้จ่ายด้านการบริหารงานบุคคลใกล้เต็มกรอบร้อยละ 40 ทำให้ไม่สามารถกำหนดตำแหน่งเพิ่มได้`
        : null,
    }),
    (w) => ({
      name: say`จัดทำแผนอัตรากำลัง 3 ปี รอบปีงบประมาณ พ.ศ. ${w.fiscalYearBE + 1}-${w.fiscalYearBE + 3}`,
      target: say`มีแผนอัตรากำลัง 3 ปี ใช้เป็นกรอบในการสรรหาและพัฒนาบุคลากร 1 ฉบับ`,
      result: say`${w.us()} แต่งตั้งคณะกรรมการจัดทำแผนอัตรากำลัง 3 ปี ตามคำสั่งที่ ${w.order()} ลงวันที่ ${w.date()} และได้ประชุมวิเคราะห์ค่างานของทุกส่วนราชการแล้ว ขณะนี้อยู่ระหว่างเสนอขอความเห็นชอบจาก ${w.office.committee}`,
      issues: null,
    }),
    (w) => ({
      name: say`การวิเคราะห์ภาระงานและปริมาณงานของแต่ละส่วนราชการ`,
      target: w.random.chance(0.5) ? say`ทุกส่วนราชการมีข้อมูลปริมาณงานครบถ้วน ร้อยละ 100` : null,
      result: say`ทุกสำนัก/กองได้สำรวจปริมาณงานย้อนหลัง 3 ปี และรายงานให้${w.office.secretariat}ทราบภายในเดือน${w.month()} เพื่อนำมาคำนวณเป็นอัตรากำลังที่ต้องการ โดยใช้เวลามาตรฐาน 82,800 นาทีต่อคนต่อปี`,
      issues: w.random.chance(0.5) ? say`บางงานไม่มีการเก็บสถิติไว้อย่างต่อเนื่อง ทำให้ข้อมูลปริมาณงานคลาดเคลื่อน` : null,
    }),
    (w) => ({
      name: say`รายงานข้อมูลอัตรากำลังและตำแหน่งว่างต่อ${w.pick(["จังหวัด", "อำเภอ", w.office.committee])}`,
      target: say`รายงานเป็นประจำทุกเดือน รวม 12 ครั้ง`,
      result: sayAll(
        [
          say`${w.us()} มีกรอบอัตรากำลังทั้งสิ้น ${w.random.integer(28, 96)} อัตรา มีคนครอง ${w.random.integer(15, 60)} อัตรา และเป็นตำแหน่งว่าง ${w.random.integer(2, 19)} อัตรา (ข้อมูล ณ วันที่ ${w.date()}) ได้แก่`,
          w.list(
            w
              .some(POSITIONS, 2, 4)
              .map((position) => say`${position} ${w.pick(LEVELS)} ${w.random.integer(1, 2)} อัตรา`),
          ),
        ],
        "\n",
      ),
      issues: null,
    }),
  ],
};
