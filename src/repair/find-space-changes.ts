import { THAI_LETTER } from "./letters-around.ts";
import type { RepairScene } from "./repair-scene.ts";
import type { TextChange } from "./text-change.ts";
import type { WordJudge } from "./word-judge.ts";

/** A letter that stands by itself may be meant so: กิจกรรม ๕ ส อย่างน้อย. */
const SHORTEST_SIDE = 2;

/** Letters looked at on either side of a space. */
const REACH = 20;

/**
 * White space inside a word, which no print has: a recognizer put it there, or a transcript a line's end. Taken out only
 * where one side is no word by itself and both together are words, one of which runs over the space; a line's own end
 * stays.
 */
export function findSpaceChanges(
  { observed, compact, closed }: Pick<RepairScene, "observed" | "compact" | "closed">,
  words: WordJudge,
): TextChange[] {
  const { text, offsets, breakBefore } = compact;
  const isOpen = (index: number): boolean => closed[index] === 0 && THAI_LETTER.test(text[index]!);
  const changes: TextChange[] = [];
  for (let index = 1; index < text.length; index++) {
    if (breakBefore[index] !== true || !isOpen(index - 1) || !isOpen(index)) continue;
    const [from, to] = [offsets[index - 1]! + 1, offsets[index]!];
    if (observed.slice(from, to).includes("\n")) continue;
    let [start, end] = [index - 1, index + 1];
    while (start > 0 && index - start < REACH && !breakBefore[start] && isOpen(start - 1)) start--;
    while (end < text.length && end - index < REACH && !breakBefore[end] && isOpen(end)) end++;
    const [left, right] = [text.slice(start, index), text.slice(index, end)];
    if (Math.min(left.length, right.length) < SHORTEST_SIDE) continue;
    if (words.cover(left).unknown + words.cover(right).unknown === 0) continue;
    const joined = words.cover(left + right);
    if (joined.unknown > 0 || !runsOver(joined.words, left.length)) continue;
    changes.push({ start: from, end: to, to: "", rule: "join:words", score: 0.99, applied: true });
  }
  return changes;
}

/** Whether one of the words holds both the letter before and the letter behind this place. */
function runsOver(words: readonly string[], place: number): boolean {
  let end = 0;
  for (const word of words) {
    const start = end;
    end += word.length;
    if (start < place && place < end) return true;
  }
  return false;
}
