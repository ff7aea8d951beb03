import { listSpaces } from "./list-spaces.ts";
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
  scene: Pick<RepairScene, "observed" | "compact" | "closed">,
  words: WordJudge,
): TextChange[] {
  return listSpaces(scene, REACH).flatMap(({ start, end, left, right }) => {
    if (Math.min(left.length, right.length) < SHORTEST_SIDE) return [];
    if (words.cover(left).unknown + words.cover(right).unknown === 0) return [];
    const joined = words.cover(left + right);
    if (joined.unknown > 0 || !runsOver(joined.words, left.length)) return [];
    return [{ start, end, to: "", rule: "join:words", score: 0.99, applied: true }];
  });
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
