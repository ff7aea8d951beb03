import type { CharacterConfidences } from "./character-confidences.ts";
import { type CompactText, compactText } from "./compact-text.ts";
import type { TextRange } from "./word-judge.ts";
import { type DoubtCosts, type TextDoubt, textDoubt } from "./doubt-costs.ts";

/**
 * A field's text on the way through repair: what may be changed of it. Numbers, Latin words, quotations, names of
 * persons and abbreviations are closed to dictionaries; so is what an earlier step has decided.
 */
export interface RepairScene {
  readonly observed: string;
  readonly compact: CompactText;
  /** For each character of the compact text 1 where it must stay. */
  readonly closed: Uint8Array;
  /** How sure the engine was, as costs; null where nothing is known of it. */
  readonly doubt: TextDoubt | null;
}

/** Digits with what belongs to them, Latin words, everything that is no Thai letter. */
const NO_THAI_LETTERS =
  /[^\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e46\s]+/gu;

/** `ก.อบต.`, `พ.ศ.`, `ม.ค.`, `กสถ.`: up to four letters in front of a dot that begin a word. */
const ABBREVIATION =
  /(?<![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e46])(?:เ?[ก-ฮ]ิ?ี?ฤ?){1,4}\.(?: ?(?:[ก-ฮ]){1,4}\.)*/gu;

const QUOTATION = /["“”«][^"“”»\n]{1,80}["“”»]/gu;

/**
 * What stands behind a person's title, as far as two words: given name and surname. นาย begins many other words, and
 * นายก is a post (นายกเทศมนตรี) unless a name goes on behind its ก (นายกฤษฎา).
 */
const PERSON =
  /(?:(?<!ถุ|ท)นาย(?!ก(?:\s|$|[^ก-๎]|[เแโใไ]|อง[คศต]|อบ[ตจ]|สภา|รัฐ|สมาคม|ท้องถิ่น|ผู้|พัทยา|และ|หรือ|มี|ที่|ตาม|ลง|คน|จึง|ซึ่ง|ว่า)|ช่าง|อำเภอ|ทะเบียน|แพทย์|จ้าง|สัตว|ตรวจ|สถานี|ท่า)|นางสาว|นาง(?!รำ|พยาบาล|แบบ)|น\.ส\.|เด็กชาย|เด็กหญิง|ว่าที่|ดร\.|ร้อยตรี|ร้อยโท|ร้อยเอก|พันตรี|พันโท|พันเอก|จ่าเอก|จ่าสิบ(?:ตรี|โท|เอก)|สิบ(?:ตรี|โท|เอก)|พันจ่า(?:เอก|โท|ตรี)?|ดาบตำรวจ|ม\.ล\.|(?<![ก-๎.])(?:ร\.ต|ร\.ท|ร\.อ|ส\.ต|ส\.อ|ส\.ท|จ\.ส|จ\.อ|พ\.จ|ด\.ต|พ\.ต|พ\.ท|พ\.อ|ร\.ต\.ต|ร\.ต\.อ|ร\.ต\.ท)\.(?:[ตทอ]\.)?)\s*(?:(?:นาย|นางสาว|นาง|หญิง|ร้อยตรี|ร้อยโท|ร\.ต\.)\s*)?[^\s0-9๐-๙(),/]+(?:[ \n]+[^\s0-9๐-๙(),/]+)?/gu;

/** Between a day and a year stands a month, right or wrong. */
export const MONTH_PLACE =
  /(?<=(?<![0-9๐-๙/.,])[0-9๐-๙]{1,2}\s*)[^0-9๐-๙\s(),/-]{2,14}(?=\s*(?:พ\.ศ\.\s*)?(?:[2๒][5๕][0-9๐-๙]{2}|[0-9๐-๙]{2})(?![0-9๐-๙]))/gu;

/** What ends like a month is one, right or wrong (ทีนาคม), wherever it stands. */
const MONTH_ENDING = /[ก-๎]{1,7}าคม|[ก-๎]{1,9}(?:ษายน|นายน|กายน|ยายน)|[ก-๎]{0,4}มภาพันธ์?/gu;

export function openScene(
  observed: string,
  confidences: CharacterConfidences | null = null,
  doubts: DoubtCosts | null = null,
): RepairScene {
  const compact = compactText(observed);
  const closed = new Uint8Array(compact.text.length);
  const close = (start: number, end: number): void => {
    closed.fill(1, firstFrom(compact.offsets, start), firstFrom(compact.offsets, end));
  };
  for (const pattern of [NO_THAI_LETTERS, ABBREVIATION, QUOTATION, PERSON, MONTH_PLACE, MONTH_ENDING]) {
    for (const found of observed.matchAll(pattern)) close(found.index, found.index + found[0].length);
  }
  const doubt =
    confidences === null || doubts === null
      ? null
      : textDoubt(doubts, confidences, compact.offsets, compact.text.length);
  return { observed, compact, closed, doubt };
}

/** The first of growing offsets that is not before a place. */
function firstFrom(offsets: readonly number[], place: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The scene with the characters `start` to `end` of its compact text closed. */
export function closeRange(scene: RepairScene, start: number, end: number): void {
  scene.closed.fill(1, start, end);
}

/** The compact text with one sign for every closed character: words are looked for in what is left. */
export function openText({ compact, closed }: RepairScene): string {
  let text = "";
  for (let index = 0; index < compact.text.length; index++) {
    text += closed[index] === 1 ? "\u0001" : compact.text[index]!;
  }
  return text;
}

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT_OR_DOT = /[0-9๐-๙.]/u;

/**
 * Whether digits or dots part the characters `start` to `end` from letters without white space: ำแหน่ง of ต.ำแหน่ง is not
 * the whole of a word, whatever may be made of it.
 */
export function isCutBySigns(scene: Pick<RepairScene, "compact">, start: number, end: number): boolean {
  return [hangingLetter(scene, start - 1, -1), hangingLetter(scene, end, 1)].some(
    (found) => found !== null && found.isBehindSigns,
  );
}

/**
 * Whether letters that are closed hang on to the characters `start` to `end` without white space, or digits and dots
 * with more letters behind them: then a part of the same word was read as those, and what is left of it cannot be
 * told.
 */
export function isGlued(
  { compact, closed }: Pick<RepairScene, "compact" | "closed">,
  start: number,
  end: number,
): boolean {
  return [hangingLetter({ compact }, start - 1, -1), hangingLetter({ compact }, end, 1)].some(
    (found) => found !== null && (found.isBehindSigns || closed[found.index] === 1),
  );
}

/** Signs that a speck or a broken letter is read as. */
const STRAY_SIGN = /[^\p{L}\p{M}\p{N}\s]/u;

/**
 * Whether letters that `to` would add at an edge of the characters `start` to `end` stand there already, behind one sign without
 * white space: the น of เดือ/น is not lost, the sign is too much.
 */
export function addsWhatStandsBehindSign(
  { compact: { text, breakBefore } }: Pick<RepairScene, "compact">,
  { start, end, to }: TextRange & { readonly to: string },
): boolean {
  const read = text.slice(start, end);
  const isSign = (at: number): boolean =>
    STRAY_SIGN.test(text[at] ?? "") && breakBefore[at] !== true && breakBefore[at + 1] !== true;
  let [head, tail] = [0, 0];
  while (head < read.length && read[head] === to[head]) head++;
  while (tail < read.length && read.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const [addedBefore, addedBehind] = [to.slice(0, to.length - tail), to.slice(head)];
  return (
    (addedBehind !== "" && isSign(end) && text.startsWith(addedBehind, end + 1)) ||
    (addedBefore !== "" && isSign(start - 1) && text.endsWith(addedBefore, start - 1))
  );
}

/** The letter that stands at `at` or, going by `step`, behind digits and dots there; null where white space comes first. */
function hangingLetter(
  { compact: { text, breakBefore } }: Pick<RepairScene, "compact">,
  at: number,
  step: 1 | -1,
): { readonly index: number; readonly isBehindSigns: boolean } | null {
  let index = at;
  // The break before a character stands between it and the one before.
  const isBroken = (): boolean => breakBefore[step === 1 ? index : index + 1] === true;
  while (index >= 0 && index < text.length && !isBroken() && DIGIT_OR_DOT.test(text[index]!)) index += step;
  if (index < 0 || index >= text.length || isBroken() || !LETTER.test(text[index]!)) return null;
  return { index, isBehindSigns: index !== at };
}
