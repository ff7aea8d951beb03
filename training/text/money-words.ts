const DIGIT_WORDS = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
const PLACE_WORDS = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];

function spellBelowMillion(value: number): string {
  const digits = String(value);
  return Array.from(digits)
    .map((character, index) => {
      const digit = Number(character);
      const place = digits.length - 1 - index;
      if (digit === 0) return "";
      if (place === 1 && digit === 1) return "สิบ";
      if (place === 1 && digit === 2) return "ยี่สิบ";
      if (place === 0 && digit === 1 && digits.length > 1) return "เอ็ด";
      return DIGIT_WORDS[digit]! + PLACE_WORDS[place]!;
    })
    .join("");
}

/** A sum of whole baht in words, as budgets repeat it in brackets: 21 is "ยี่สิบเอ็ดบาทถ้วน". */
export function spellBaht(baht: number): string {
  if (baht === 0) return "ศูนย์บาทถ้วน";
  const millions = Math.floor(baht / 1e6);
  const rest = baht % 1e6;
  const upper = millions > 0 ? `${spellBelowMillion(millions)}ล้าน` : "";
  return `${upper}${rest > 0 ? spellBelowMillion(rest) : ""}บาทถ้วน`;
}
