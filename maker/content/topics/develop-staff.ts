import { say, sayAll } from "../phrase.ts";
import {
  AGENCIES,
  COURSES,
  HIRED_POSITIONS,
  LEADERS,
  POSITIONS,
  STAFF_GROUPS,
  VENUES,
} from "../vocabulary.ts";
import type { Topic, Writing } from "../writing.ts";

const attended = (w: Writing) =>
  say`${w.pick([...POSITIONS, ...LEADERS])} ${w.pick(["เข้ารับการอบรม", "เข้าร่วมโครงการฝึกอบรม"])}หลักสูตร${w.pick(COURSES)} รุ่นที่ ${w.random.integer(1, 38)} ${w.pick(["ระหว่างวันที่", "วันที่"])} ${w.range()} ณ ${w.pick(VENUES)}`;

export const developStaff: Topic = {
  headings: [
    "นโยบายการพัฒนาบุคลากร",
    "นโยบายด้านการพัฒนาบุคลากร",
    "ด้านการพัฒนาทรัพยากรบุคคล",
    "นโยบายการพัฒนาบุคลากรและการฝึกอบรม",
    "ด้านการพัฒนาบุคลากร",
  ],
  activities: [
    (w) => ({
      name: say`จัดทำแผนพัฒนาบุคลากร ประจำปีงบประมาณ ${w.planYears()}`,
      target: sayAll(
        [
          say`จัดทำแผนพัฒนาบุคลากร ประจำปีงบประมาณ ${w.planYears()}`,
          ...(w.random.chance(0.6)
            ? [say`จัดส่งบุคลากรเข้ารับการอบรมไม่น้อยกว่าร้อยละ ${w.random.integer(6, 10) * 10}`]
            : []),
        ],
        "\n",
      ),
      result: sayAll(
        [
          say`1. ${w.us()} ได้จัดทำแผนพัฒนาบุคลากร เพื่อเพิ่มพูนความรู้ ทักษะ ทัศนคติที่ดี มีคุณธรรมและจริยธรรม ประกาศใช้เมื่อวันที่ ${w.date()}`,
          say`2. มีบุคลากรเข้ารับการอบรม ตั้งแต่วันที่ ${w.range()} ดังนี้`,
          w.list(Array.from({ length: w.random.integer(1, 4) }, () => attended(w))),
        ],
        "\n",
      ),
      issues: w.random.chance(0.25) ? say`หลักสูตรที่จัดมีจำนวนจำกัด และค่าลงทะเบียนสูง` : null,
    }),
    (w) => ({
      name: say`${w.us()} จัดโครงการอบรมให้ความรู้เกี่ยวกับกฎหมาย/ระเบียบที่เกี่ยวข้องกับการปฏิบัติงาน`,
      target: say`จัดโครงการอบรมอย่างน้อยปีละ ${w.random.integer(1, 2)} ครั้ง`,
      result: say`${w.us()} ได้จัดโครงการอบรมเพิ่มประสิทธิภาพการปฏิบัติงาน${w.inYear()} เมื่อวันที่ ${w.date()} ณ ${w.pick(VENUES)} เพื่อให้คณะผู้บริหาร ${w.office.staff} ${w.pick(STAFF_GROUPS)} มีความรู้ ความเข้าใจเกี่ยวกับกฎหมายและระเบียบที่เกี่ยวข้อง สามารถปฏิบัติงานได้อย่างมีประสิทธิภาพและประสิทธิผลมากยิ่งขึ้น มีผู้เข้าร่วม ${w.random.integer(18, 120)} คน ความพึงพอใจเฉลี่ยร้อยละ ${w.random.between(80, 98).toFixed(2)}`,
      issues: null,
    }),
    (w) => ({
      name: say`ส่งบุคลากรเข้ารับการฝึกอบรมกับหน่วยงานภายนอก`,
      target: w.random.chance(0.5)
        ? say`บุคลากรแต่ละตำแหน่งได้รับการพัฒนาอย่างน้อย ${w.random.integer(1, 3)} หลักสูตร/คน/ปี`
        : null,
      result: sayAll(
        [
          say`บุคลากรเข้ารับการฝึกอบรมกับ${w.pick(AGENCIES)} ดังนี้`,
          w.list(Array.from({ length: w.random.integer(2, 6) }, () => attended(w))),
        ],
        "\n",
      ),
      issues: w.random.chance(0.3) ? say`การเดินทางไปอบรมต่างจังหวัดมีค่าใช้จ่ายสูง` : null,
    }),
    (w) => ({
      name: say`โครงการฝึกอบรมและทัศนศึกษาดูงานของ${w.pick(["คณะผู้บริหาร สมาชิกสภา", "บุคลากร"])}`,
      target: say`ผู้เข้าร่วมโครงการไม่น้อยกว่า ${w.random.integer(25, 70)} คน`,
      result: say`จัดโครงการเมื่อวันที่ ${w.range()} ณ ${w.pick(VENUES)} ผู้เข้าร่วมประกอบด้วย คณะผู้บริหาร สมาชิกสภา ${w.office.staff} และพนักงานจ้าง รวม ${w.random.integer(25, 80)} คน`,
      issues: null,
    }),
    (w) => ({
      name: say`การอบรมผ่านระบบอิเล็กทรอนิกส์ (e-Learning)`,
      target: say`บุคลากรผ่านการอบรมออนไลน์อย่างน้อยคนละ 1 วิชา`,
      result: say`บุคลากรจำนวน ${w.random.integer(8, 45)} คน ผ่านการอบรมในระบบ e-Learning ของสำนักงาน ก.พ. และ Thai MOOC ภายในเดือน${w.month()} ได้แก่ ${w.some(POSITIONS, 2, 3).join(" ")} และ ${w.pick(HIRED_POSITIONS)}`,
      issues: w.random.chance(0.4) ? say`สัญญาณอินเทอร์เน็ต (Internet) ในพื้นที่ไม่เสถียร` : null,
    }),
  ],
};
