import { alignTexts, longestOneSidedRun } from "./align-texts.ts";
import type { OfficeDictionary } from "./dictionary-schema.ts";
import { stepsCost, type TextDoubt } from "./doubt-costs.ts";
import { type EditCosts, encodeText, weightOf } from "./edit-costs.ts";
import type { EvidenceText } from "./evidence-text.ts";
import { nameCost, readName } from "./name-reading.ts";
import type { Organization } from "./organization.ts";
import type { PlaceIndex, PlaceLevel, PlaceSpelling } from "./place-index.ts";
import { findOffices } from "./read-organization.ts";
import { closeRange, type RepairScene } from "./repair-scene.ts";
import { changesOf, type TextChange } from "./text-change.ts";
import type { WordJudge } from "./word-judge.ts";

/** The names that a document has decided on; null where it has not. */
export interface DocumentNames {
  readonly office: { readonly entry: OfficeDictionary["kinds"][number]; readonly name: PlaceSpelling } | null;
  readonly subdistrict: PlaceSpelling | null;
  readonly district: PlaceSpelling | null;
  readonly province: PlaceSpelling | null;
  /** Names that stand for another place and are left alone, by what is printed before them. */
  readonly others: Readonly<Record<PlaceLevel, readonly ReadonlySet<string>[]>>;
}

interface NameTools {
  readonly offices: OfficeDictionary;
  readonly words: WordJudge;
  readonly costs: EditCosts;
}

/** Share of a name that may be read otherwise: where words cover what is read, and where they do not. */
const MAX_SHARE = { words: 0.26, noWords: 0.42 } as const;
const MAX_SUGGESTED_SHARE = 0.5;
/** Doubtful letters do not speak against a name, but not for it either: so much of its share they can take. */
const MOST_DOUBTED = 0.1;
/** Two letters tell too little: there only marks may be wrong. */
const SHORT_NAME_WEIGHT = 2.6;
const MAX_SHORT_SHARE = 0.2;
/** A digit or a Latin letter inside a name is not changed, and the name with it. */
const FOREIGN = /[^\u0e01-\u0e4e.]/u;
/** What follows an office's short form where no name follows. */
const NO_NAME =
  /^(?:จัด|ได้|ประกาศ|มี|ดำเนิน|และ|ใน|เพื่อ|ที่|โดย|ให้|ทุก|ส่ง|แต่ง|ร่วม|ขอ|รับ|พิจารณา|แจ้ง|ออก|อื่น|ต่าง|เป็น|ตาม|ของ|หรือ|กำหนด|ละ)/u;
const MAX_SHARE_OF_NO_NAME = 0.12;
/** Words that follow a name without a space. */
const BEHIND_NAME =
  /^(?:จัด|ได้|ประกาศ|มี|ดำเนิน|และ|ใน|เพื่อ|ที่|โดย|ให้|ทุก|ส่ง|แต่ง|ร่วม|ขอ|รับ|อำเภอ|จังหวัด|ประจำ|ตาม|เป็น|เรื่อง|ทราบ|ณ|พ\.ศ|ลง|เมื่อ|ว่า|ทั้ง|อย่าง|ไม่|ซึ่ง|ตั้ง|เกี่ยว|[^\u0e01-\u0e4e])/u;
const WEIGHT = 1;

/** The names of a document by its office; a name that is only a guess repairs nothing. */
export function documentNames(
  organization: Organization,
  isNameSure: boolean,
  offices: OfficeDictionary,
  places: PlaceIndex,
): DocumentNames {
  const entry = offices.kinds.find(({ kind }) => kind === organization.kind) ?? null;
  const { name } = organization;
  const ownName = entry !== null && name?.startsWith(entry.prefix) ? name.slice(entry.prefix.length) : "";
  const spell = (text: string | null): PlaceSpelling | null =>
    text === null ? null : { name: text, codes: encodeText(text) };
  const { subdistrict, district, province } = places.names;
  return {
    office: isNameSure && entry !== null && ownName !== "" ? { entry, name: spell(ownName)! } : null,
    subdistrict: organization.subdistrictCode === null ? null : spell(organization.subdistrict),
    district: organization.districtCode === null ? null : spell(organization.district),
    province: organization.provinceCode === null ? null : spell(organization.province),
    others: {
      subdistrict: [subdistrict, district, province],
      district: [district],
      province: [province],
    },
  };
}

/**
 * Wrong forms of the document's own names in running text, behind the words that announce a name: the office behind
 * its kind, sub-district, district and province behind theirs. The name of another place, read as the gazetteer has
 * it, stays. Closes every name it has found to the steps that follow.
 */
export function findNameChanges(scene: RepairScene, names: DocumentNames, tools: NameTools): TextChange[] {
  const source: EvidenceText = { part: "mention", index: 0, text: scene.observed, compact: scene.compact };
  const { compact } = scene;
  const changes: TextChange[] = [];
  const taken: { start: number; end: number }[] = [];
  const isTaken = (start: number): boolean =>
    taken.some((range) => start >= range.start && start < range.end);
  const take = (start: number, end: number): void => {
    taken.push({ start, end });
    closeRange(scene, start, end);
  };

  if (names.office !== null) {
    const { entry, name } = names.office;
    for (const marker of findMarkers(source, entry, tools.costs)) {
      const printed = compact.text.slice(marker.start, marker.end);
      if (FOREIGN.test(printed)) continue;
      const isShort = printed.length <= SHORT_FORM_LENGTH;
      const wording = isShort ? (entry.shortForms[0] ?? entry.prefix) : entry.prefix;
      const found = decideName(source, marker, name, names.others.subdistrict, tools, scene.doubt);
      if (found === null) {
        if (printed === entry.prefix) changes.push(...joinPrefix(scene, marker.start, marker.end, 1));
        continue;
      }
      const isMarkerWrong = printed !== wording;
      // A wrong marker is one only with the name behind it.
      if (isMarkerWrong && !found.applied) continue;
      changes.push(
        ...changesOf(compact, marker.start, found.end, wording + found.to, {
          rule: "document:office",
          score: found.score,
          applied: found.applied,
        }),
        ...(isShort ? [] : joinPrefix(scene, marker.start, marker.end, found.score)),
      );
      take(marker.start, found.end);
    }
  }
  const levels = [
    ["subdistrict", names.subdistrict, tools.offices.placeMarkers.subdistrict],
    ["district", names.district, tools.offices.placeMarkers.district],
    ["province", names.province, tools.offices.placeMarkers.province],
  ] as const;
  for (const [level, name, markers] of levels) {
    if (name === null) continue;
    for (const marker of markers.flatMap((word) => findAll(compact.text, word))) {
      if (isTaken(marker.start)) continue;
      const found = decideName(source, marker, name, names.others[level], tools, scene.doubt);
      if (found === null) continue;
      changes.push(
        ...changesOf(compact, marker.end, found.end, found.to, {
          rule: `document:${level}`,
          score: found.score,
          applied: found.applied,
        }),
      );
      take(marker.start, found.end);
    }
  }
  return changes;
}

/** Where the kind of office is named; a short form as printed also in the middle of a run of letters. */
function findMarkers(
  source: EvidenceText,
  entry: OfficeDictionary["kinds"][number],
  costs: EditCosts,
): { start: number; end: number }[] {
  const markers: { start: number; end: number }[] = [...findOffices(source, entry, costs)];
  for (const exact of entry.shortForms.flatMap((form) => findAll(source.compact.text, form))) {
    const isKnown = markers.some(({ start, end }) => exact.start < end && start < exact.end);
    // Behind `ก.` it is the committee of all such offices.
    if (!isKnown && source.compact.text[exact.start - 1] !== ".") markers.push(exact);
  }
  return markers.toSorted((a, b) => a.start - b.start);
}

/** Longer than any short form with a letter read twice. */
const SHORT_FORM_LENGTH = 6;

interface DecidedName {
  readonly end: number;
  readonly to: string;
  readonly score: number;
  readonly applied: boolean;
}

/** What stands behind a marker, if it is the name, right or wrong; null where it is anything else. */
function decideName(
  source: EvidenceText,
  marker: { readonly start: number; readonly end: number },
  name: PlaceSpelling,
  others: readonly ReadonlySet<string>[],
  { words, costs }: NameTools,
  doubt: TextDoubt | null,
): DecidedName | null {
  const { text, breakBefore } = source.compact;
  const behind = text.slice(marker.end);
  if (behind.startsWith(name.name)) {
    return { end: marker.end + name.name.length, to: name.name, score: 1, applied: true };
  }
  const reading = readName(source, marker, new Set(), WEIGHT, costs);
  if (reading.codes.length === 0) return null;
  const { length } = nameCost(reading, name.codes, costs);
  if (length < 2) return null;
  const end = marker.end + length;
  // A mark belongs to the letter before it.
  if (MARK.test(text[end] ?? "")) return null;
  const read = text.slice(marker.end, end);
  if (FOREIGN.test(read)) return null;
  const codes = reading.codes.subarray(0, length);
  const weight = weightOf(name.codes, costs.missing);
  const steps = alignTexts(codes, name.codes, costs);
  const plainShare = stepsCost(steps, marker.end, null) / weight;
  const share = Math.max(plainShare - MOST_DOUBTED, stepsCost(steps, marker.end, doubt) / weight);
  if (share > MAX_SUGGESTED_SHARE || isOtherName(behind, length, marker.end, breakBefore, others))
    return null;
  if (NO_NAME.test(behind) && share > MAX_SHARE_OF_NO_NAME) return null;
  if (longestOneSidedRun(steps) > 2) return null;
  const hasNoWords = words.unknownRanges(read).length > 0;
  const limit =
    weight < SHORT_NAME_WEIGHT ? MAX_SHORT_SHARE : hasNoWords ? MAX_SHARE.noWords : MAX_SHARE.words;
  if (share > limit && !hasNoWords) return null;
  return { end, to: name.name, score: 1 - share, applied: share <= limit };
}

const MARK = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e30\u0e32\u0e33\u0e45]/u;

/** Whether the text begins with another place's name, as long as what would be changed or ending like a name. */
function isOtherName(
  behind: string,
  length: number,
  start: number,
  breakBefore: readonly boolean[],
  others: readonly ReadonlySet<string>[],
): boolean {
  for (let size = Math.min(behind.length, length + 3); size >= 2; size--) {
    if (!others.some((names) => names.has(behind.slice(0, size)))) continue;
    const rest = behind.slice(size);
    if (size >= length || rest === "" || breakBefore[start + size] === true || BEHIND_NAME.test(rest))
      return true;
  }
  return false;
}

/** Takes white space out of the words องค์การบริหารส่วนตำบล, which no print has: a wrapped line put it there. */
function joinPrefix(scene: RepairScene, start: number, end: number, score: number): TextChange[] {
  const { offsets } = scene.compact;
  const changes: TextChange[] = [];
  for (let index = start + 1; index < end; index++) {
    const from = offsets[index - 1]! + 1;
    const to = offsets[index]!;
    if (to > from) changes.push({ start: from, end: to, to: "", rule: "join:offices", score, applied: true });
  }
  return changes;
}

function findAll(text: string, word: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    found.push({ start: at, end: at + word.length });
  }
  return found;
}
