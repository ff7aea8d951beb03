import { THAI_LETTER } from "./letters-around.ts";
import { LETTERS_OF_BEGINNING, type PhraseIndex, type PhraseSpelling } from "./phrase-index.ts";
import type { RepairScene } from "./repair-scene.ts";
import type { TextChange } from "./text-change.ts";
import type { TextRange } from "./word-judge.ts";

/** Letters of another script that hang on Thai ones, with what stands between them and the next Thai run. */
const FOREIGN_LETTERS = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*/gu;
const DIGIT = /[0-9๐-๙]/u;

/** Letters of the wording that must stand on either side as they should, and what share of it both are together. */
const LEAST_SIDE = LETTERS_OF_BEGINNING;
const LEAST_SHARE = 0.7;

/** Characters between both sides, and by how many they may be more than what the wording has there. */
const LONGEST_GAP = 9;
const MOST_ADDED = 5;

/**
 * Wordings of which a recognizer has made letters of another script in the middle (สรรหาค nhânที่คนเก่ง): where their
 * beginning and their end stand as they should, close together, and foreign letters hang on Thai ones between them. A
 * Latin word with white space on both sides, and one with digits, is print and stays; so is what is quoted or a name.
 * White space inside goes with the letters.
 */
export function findBridgedChanges(
  { compact, closed }: Pick<RepairScene, "compact" | "closed">,
  phrases: PhraseIndex,
): BridgedChange[] {
  const { text, breakBefore, offsets } = compact;
  return [...text.matchAll(FOREIGN_LETTERS)].flatMap(({ 0: letters, index }) => {
    const end = index + letters.length;
    const isGlued =
      (THAI_LETTER.test(text[index - 1] ?? "") && breakBefore[index] === false) ||
      (THAI_LETTER.test(text[end] ?? "") && breakBefore[end] === false);
    if (!isGlued) return [];
    const found = beginningBefore(text, index, phrases)
      .flatMap((phrase) => bridge(text, index, end, phrase) ?? [])
      .toSorted((a, b) => b.folded.length - a.folded.length);
    const [best] = found;
    // Two wordings with the same ends: which of them it was cannot be told.
    if (best === undefined || found.some(({ folded }) => !best.folded.includes(folded))) return [];
    for (let at = best.start; at < best.end; at++) {
      if (closed[at] === 1 && THAI_LETTER.test(text[at]!)) return [];
    }
    const { head, tail, folded, rule } = best;
    return [
      {
        range: { start: best.start, end: best.end },
        change: {
          start: offsets[best.start + head - 1]! + 1,
          end: offsets[best.end - tail]!,
          to: folded.slice(head, folded.length - tail),
          rule,
          score: (head + tail) / folded.length,
          applied: true,
        },
      },
    ];
  });
}

/** A change with the characters of the compact text that the wording takes up. */
export interface BridgedChange {
  readonly range: TextRange;
  readonly change: TextChange;
}

interface Bridge extends TextRange {
  /** Letters of the wording that stand before and behind the foreign ones. */
  readonly head: number;
  readonly tail: number;
  readonly folded: string;
  readonly rule: string;
}

/** The wordings whose first letters stand so close before a place that their beginning may end there, in their order. */
function beginningBefore(
  text: string,
  index: number,
  { settled, spellings, beginnings }: PhraseIndex,
): PhraseSpelling[] {
  const { longest, indices } = beginnings;
  const found = new Set<number>();
  const from = Math.max(0, index - longest - LONGEST_GAP);
  for (let start = from; start + LEAST_SIDE <= index; start++) {
    for (const phrase of indices.get(text.slice(start, start + LEAST_SIDE)) ?? []) found.add(phrase);
  }
  return [...found]
    .toSorted((a, b) => a - b)
    .map((phrase) => settled[phrase] ?? spellings[phrase - settled.length]!);
}

function bridge(text: string, index: number, end: number, { folded, rule }: PhraseSpelling): Bridge | null {
  // Nothing farther away counts, and a long text is not looked through for it.
  const from = Math.max(0, index - folded.length - LONGEST_GAP);
  const before = text.slice(from, index);
  const behind = text.slice(end, end + LONGEST_GAP + folded.length);
  for (let head = folded.length - LEAST_SIDE; head >= LEAST_SIDE; head--) {
    const at = before.lastIndexOf(folded.slice(0, head));
    const start = from + at;
    if (at < 0 || index - start - head > LONGEST_GAP) continue;
    for (let tail = folded.length - head; tail >= LEAST_SIDE; tail--) {
      if (head + tail < LEAST_SHARE * folded.length) break;
      const endingAt = behind.indexOf(folded.slice(-tail));
      if (endingAt < 0) continue;
      const ending = end + endingAt;
      const gap = text.slice(start + head, ending);
      if (gap.length > LONGEST_GAP || DIGIT.test(gap)) continue;
      if (gap.length > folded.length - head - tail + MOST_ADDED) continue;
      return { start, end: ending + tail, head, tail, folded, rule };
    }
  }
  return null;
}
