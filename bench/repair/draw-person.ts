import type { Random } from "../../maker/random.ts";

/** Many names are made of words that dictionaries hold (ทอง, แผน, ประกาศ, งาน): a repair must leave them alone. */
const TITLES = ["นาย", "นาง", "นางสาว", "ว่าที่ร้อยตรี ", "ว่าที่ ร.ต.", "จ่าเอก", "พันจ่าเอก", "ดร."];
const GIVEN = (
  "สมชาย สมศรี ประกาศ ประจักษ์ แผน วิไลวรรณ กาญจนา ณัฐพงษ์ ธีรพัฒน์ อำนวย จำเริญ บุญมี สุภาพร นวรัตน์ พัชรินทร์ กฤษฎา " +
  "เฉลิมชัย ปิยะดา มานะ สำเนา ทองดี ศิริพร อัญชลี ฐิติมา"
).split(" ");
const FAMILY = (
  "ใจดี บุญส่ง แก้วมณี ศรีสุข วงษ์งาม พันธุ์ดี งานดี ทองคำ รักษาสัตย์ พัฒนกิจ สำราญใจ ชูช่วย อินทร์แก้ว จันทร์เพ็ญ สิงห์โต " +
  "มีทรัพย์ พลอยประเสริฐ เกตุแก้ว ไชยวงศ์ คำแพง"
).split(" ");
const SYLLABLES = ["พร", "ชัย", "ศักดิ์", "วิ", "มล", "สม", "บุญ", "ทอง", "กิต", "ติ", "ณัฐ", "ภา", "สุ", "นีย์"];

/** A person with a title: half of the names are common ones, half are strung together and in no list. */
export function drawPerson(random: Random): string {
  const strung = (): string => random.shuffle(SYLLABLES).slice(0, random.integer(2, 3)).join("");
  const name = (names: readonly string[]): string => (random.chance(0.5) ? random.pick(names) : strung());
  return `${random.pick(TITLES)}${name(GIVEN)} ${name(FAMILY)}`;
}
