import { type AlignedStep, alignTexts, densestCost, longestOneSidedRun } from "./align-texts.ts";
import { stepsCost } from "./doubt-costs.ts";
import { type EditCosts, encodeText } from "./edit-costs.ts";
import { findEncoded } from "./find-approximate.ts";
import type { Choice } from "./choose-proposal.ts";
import { editCost } from "./edit-row.ts";
import { NO_THAI_LETTER } from "./letters-around.ts";
import { isCovered } from "./find-phrase-changes.ts";
import { type PhraseIndex, type PhraseSpelling, skeletonOf } from "./phrase-index.ts";
import type { RepairScene } from "./repair-scene.ts";
import type { WordJudge } from "./word-judge.ts";

/** Marks alone; a wording as short as วันที่ loses a fifth of itself with one of them. */
const MAX_MARKS_SHARE = 0.22;

/** Letters too, where the document has the wording elsewhere. */
const MAX_LOOSE_SHARE = 0.17;

/** Slips are scattered; this much within six characters is another word: ได้แก่ นักประชาสัมพันธ์ is no แผ่นพับ. */
const MAX_DENSEST_COST = 2.2;

/** By how much another settled wording must be farther away: วุ่นที่ is รุ่นที่ as soon as วันที่. */
const MIN_MARGIN = 0.2;

/** Letters on both sides that must still be words beside the wording: ดังนั้น is no ดังนี้ with a น behind it. */
const REACH = 16;
const LEADING_VOWEL = /[\u0e40-\u0e44]/u;

/**
 * The settled wordings that are read wrongly, also where what is read is made of words: those that differ from a
 * wording in marks alone, and for loose ones those that are near it when the document has it right elsewhere; where it
 * does not, they are suggestions.
 *
 * @param text compact text with closed characters masked
 * @param scene the text without the mask: a number may follow
 * @param isInDocument whether the document has a compact text somewhere
 */
export function findSettledChanges(
  text: string,
  { compact, doubt }: Pick<RepairScene, "compact" | "doubt">,
  phrases: PhraseIndex,
  { costs, words }: { readonly costs: EditCosts; readonly words: WordJudge },
  isInDocument: (wording: string) => boolean,
): Choice[] {
  const { settled } = phrases;
  const { skeleton, places } = skeletonWithPlaces(text);
  const placesOf = findSkeletons(skeleton, phrases);
  const observedCodes = encodeText(text);
  const choices: Choice[] = [];
  for (const [index, phrase] of settled.entries()) {
    const found = placesOf.get(index);
    if (found === undefined && !phrase.isLoose) continue;
    const accept = (start: number, end: number, maxShare: number, applied: boolean): void => {
      const observed = text.slice(start, end);
      if (observed === phrase.folded || NO_THAI_LETTER.test(observed)) return;
      if (LEADING_VOWEL.test(text[start - 1] ?? "")) return;
      if (phrase.isBeforeDigit && !/[0-9๐-๙]/u.test(compact.text[end] ?? "")) return;
      if (phrase.isOneWord && compact.breakBefore.slice(start + 1, end).includes(true)) return;
      const steps = alignTexts(encodeText(observed), phrase.codes, costs);
      // What the engine was sure of counts as much as ever: a lost mark leaves no doubt behind.
      const cost = Math.min(stepsCost(steps, start, null), stepsCost(steps, start, doubt));
      // Writers add marks (คอร์รัปชั่น), recognizers lose them.
      if (phrase.isUnlisted && steps.some(hasMore)) return;
      if (cost > maxShare * phrase.weight || longestOneSidedRun(steps) > 2) return;
      if (densestCost(steps) > MAX_DENSEST_COST) return;
      const codes = encodeText(observed);
      const isNearer = (other: PhraseSpelling): boolean =>
        other !== phrase && editCost(codes, other.codes, costs) < cost + MIN_MARGIN;
      if (settled.some(isNearer)) return;
      // What is missing at its edge may stand beside it as another letter, where there is one.
      if (isOneSided(steps[0])) return;
      if (isOneSided(steps.at(-1)) && !NO_THAI_LETTER.test(text[end] ?? " ")) return;
      const before = text.slice(Math.max(0, start - REACH), start);
      const after = text.slice(end, end + REACH);
      if (!isCovered(before, observed, phrase.folded, after, words)) return;
      const score = 1 - cost / phrase.weight;
      choices.push({ start, end, to: phrase.folded, rule: phrase.rule, score, applied });
    };
    for (const at of found ?? []) {
      const start = places[at]!;
      const end = places[at + phrase.skeleton.length]!;
      accept(start, end, MAX_MARKS_SHARE, true);
    }
    if (!phrase.isLoose) continue;
    const isKnown = isInDocument(phrase.folded);
    for (const { start, end } of findEncoded(observedCodes, phrase, MAX_LOOSE_SHARE, costs)) {
      accept(start, end, MAX_LOOSE_SHARE, isKnown);
    }
  }
  return choices;
}

function isOneSided(step: AlignedStep | undefined): boolean {
  return step === undefined || step.observedStart === step.observedEnd || hasMore(step);
}

/** Whether something was read where nothing is printed. */
function hasMore(step: AlignedStep): boolean {
  return step.truthStart === step.truthEnd;
}

/** By the index of a settled wording where its skeleton stands in that of a text, from the left. */
function findSkeletons(
  skeleton: string,
  { settled, settledBeginnings }: PhraseIndex,
): ReadonlyMap<number, readonly number[]> {
  const { letters, indices, short } = settledBeginnings;
  const placesOf = new Map<number, number[]>();
  for (let at = 0; at < skeleton.length; at++) {
    const candidates = [...short, ...(indices.get(skeleton.slice(at, at + letters)) ?? [])];
    for (const index of candidates) {
      if (!skeleton.startsWith(settled[index]!.skeleton, at)) continue;
      const known = placesOf.get(index);
      if (known === undefined) placesOf.set(index, [at]);
      else known.push(at);
    }
  }
  return placesOf;
}

/** The skeleton of a text, and for each of its letters, and its end, where in the text it stands with its marks. */
function skeletonWithPlaces(text: string): { skeleton: string; places: number[] } {
  let skeleton = "";
  const places: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const letter = skeletonOf(text[index]!);
    if (letter === "") continue;
    skeleton += letter;
    places.push(index);
  }
  return { skeleton, places: [...places, text.length] };
}
