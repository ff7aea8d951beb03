import { say, sayAll } from "../phrase.ts";
import { CHANNELS, COURSES } from "../vocabulary.ts";
import type { Topic } from "../writing.ts";

export const shareKnowledge: Topic = {
  headings: [
    "นโยบายการจัดการความรู้ในองค์กร (KM)",
    "ด้านการบริหารจัดการองค์ความรู้",
    "นโยบายด้านการมีส่วนร่วมและการสื่อสารภายในองค์กร",
    "นโยบายการสร้างองค์กรแห่งการเรียนรู้",
  ],
  activities: [
    (w) => ({
      name: say`จัดทำแผนการจัดการความรู้ (Knowledge Management : KM)`,
      target: say`มีองค์ความรู้ใหม่อย่างน้อย ${w.random.integer(1, 5)} เรื่อง`,
      result: sayAll(
        [
          say`คณะทำงานจัดการความรู้ (KM Team) ประชุมเมื่อวันที่ ${w.date()} คัดเลือกองค์ความรู้ ดังนี้`,
          w.list(w.some(COURSES, 1, 3)),
        ],
        "\n",
      ),
      issues: w.random.chance(0.4) ? say`บุคลากรยังขาดทักษะในการถอดบทเรียน` : null,
    }),
    (w) => ({
      name: say`การประชุมพนักงานประจำเดือนเพื่อแลกเปลี่ยนเรียนรู้`,
      target: say`ประชุมไม่น้อยกว่าปีละ ${w.random.pick([4, 6, 10, 12])} ครั้ง`,
      result: say`จัดประชุมพนักงานจำนวน ${w.random.integer(4, 12)} ครั้ง ครั้งล่าสุดเมื่อวันที่ ${w.date()} มีการถ่ายทอดความรู้จากผู้ผ่านการอบรม และแจ้งข้อราชการทาง${w.pick(CHANNELS)}`,
      issues: null,
    }),
    (w) => ({
      name: say`สำรวจความพึงพอใจและความผูกพันของบุคลากรต่อองค์กร`,
      target: say`ความพึงพอใจเฉลี่ยไม่น้อยกว่าร้อยละ ${w.random.integer(7, 9) * 10}`,
      result: say`สำรวจด้วยแบบสอบถามออนไลน์ (Google Forms) ระหว่างวันที่ ${w.range()} มีผู้ตอบ ${w.random.integer(15, 90)} คน ค่าเฉลี่ย ${w.random.between(3.4, 4.9).toFixed(2)} คะแนน จาก 5 คะแนน`,
      issues: null,
    }),
  ],
};
