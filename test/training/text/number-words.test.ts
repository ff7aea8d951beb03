import { expect, it } from "vitest";
import { spellBaht } from "../../../training/text/money-words.ts";
import { joinSaraAm } from "../../../training/text/sara-am.ts";
import { writeThaiDigits } from "../../../training/text/thai-digits.ts";

it.each([
  [0, "ศูนย์บาทถ้วน"],
  [1, "หนึ่งบาทถ้วน"],
  [11, "สิบเอ็ดบาทถ้วน"],
  [21, "ยี่สิบเอ็ดบาทถ้วน"],
  [110, "หนึ่งร้อยสิบบาทถ้วน"],
  [2_500_000, "สองล้านห้าแสนบาทถ้วน"],
  [1_000_001, "หนึ่งล้านหนึ่งบาทถ้วน"],
])("spells %i as %s", (baht, words) => {
  expect(spellBaht(baht)).toBe(words);
});

it("writes Thai digits, but not into Latin words", () => {
  expect(writeThaiDigits("ปี 2567 COVID-19 www.a1.go.th 3.5")).toBe("ปี ๒๕๖๗ COVID-19 www.a1.go.th ๓.๕");
});

it("joins SARA AM with a tone mark between its halves or before them", () => {
  expect(joinSaraAm("น\u0e4d\u0e49\u0e32 น\u0e49\u0e4d\u0e32 ด\u0e4d\u0e32")).toBe("น้ำ น้ำ ดำ");
});
