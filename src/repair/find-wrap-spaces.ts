import type { DocumentMemory } from "./document-memory.ts";
import { listSpaces } from "./list-spaces.ts";
import type { PhraseIndex } from "./phrase-index.ts";
import type { RepairScene } from "./repair-scene.ts";
import type { TextChange } from "./text-change.ts";
import type { WordJudge } from "./word-judge.ts";

/**
 * Words that what follows completes: none of them ends a phrase, and phrases are what Thai parts by spaces. In the two real
 * reports and 150 made ones, none of 16,700 spaces stands behind one. Left out are those that print does set a space
 * behind, before a name or a list (ของ, ที่, ให้, จาก, ต่อ, และ, ณ), and those that can also end a clause (ด้วย, ได้, ไว้).
 */
const NEVER_LAST: ReadonlySet<string> = new Set(
  "การ ความ ใน โดย เพื่อ ตาม แห่ง กับ แก่ ระหว่าง ภายใน ภายใต้ เกี่ยวกับ สำหรับ ว่าด้วย ซึ่ง เป็น".split(" "),
);

/** Letters on either side of a space that have to stand elsewhere in the document without it, more often than with it. */
const LEAST_REPEATED_SIDE = 6;

interface WrapTools {
  readonly words: WordJudge;
  readonly phrases: PhraseIndex;
  readonly memory: DocumentMemory;
}

/** Letters looked at on either side of a space. */
const REACH = 28;

/** Letters of a set phrase on either side: print sets a space before ที่ and a number also where phrases have none. */
const LEAST_SIDE = 4;

/**
 * Spaces that other engines write where the print wraps a line, between words of one phrase: behind a word that never ends
 * one (ในการ ประพฤติตน), inside a set phrase that is written without a space (ประจำปี งบประมาณ), and between words that the
 * document mostly writes without one. Only for transcripts; on a scan a space is what was printed.
 */
export function findWrapSpaces(
  scene: Pick<RepairScene, "observed" | "compact" | "closed">,
  { words, phrases, memory }: WrapTools,
): TextChange[] {
  return listSpaces(scene, REACH).flatMap(({ start, end, ...sides }) => {
    const [left, right] = [words.cover(sides.left), words.cover(sides.right)];
    // Where something is no word, its borders are not known either.
    if (left.unknown + right.unknown > 0) return [];
    const isWrap =
      NEVER_LAST.has(left.words.at(-1)!) ||
      isInsidePhrase(left.words, right.words, phrases) ||
      isWrittenJoined(left.words, right.words, memory);
    return isWrap ? [{ start, end, to: "", rule: "join:wrap", score: 0.95, applied: true }] : [];
  });
}

/** Whether the last words of `left` and the first of `right` are, without a space, a phrase that is written so. */
function isInsidePhrase(
  left: readonly string[],
  right: readonly string[],
  { unbroken }: PhraseIndex,
): boolean {
  let before = "";
  for (const word of left.toReversed()) {
    before = word + before;
    let behind = "";
    for (const next of right) {
      behind += next;
      if (before.length >= LEAST_SIDE && behind.length >= LEAST_SIDE && unbroken.has(before + behind))
        return true;
    }
  }
  return false;
}

/** Whether the document has the words on both sides joined, and more often so than with a space. */
function isWrittenJoined(left: readonly string[], right: readonly string[], memory: DocumentMemory): boolean {
  const before = takeLetters(left.toReversed()).toReversed().join("");
  const behind = takeLetters(right).join("");
  if (Math.min(before.length, behind.length) < LEAST_REPEATED_SIDE) return false;
  return memory.count(before + behind) > memory.count(`${before} ${behind}`);
}

/** The first words that have enough letters together. */
function takeLetters(words: readonly string[]): string[] {
  const taken: string[] = [];
  for (const word of words) {
    if (taken.join("").length >= LEAST_REPEATED_SIDE) break;
    taken.push(word);
  }
  return taken;
}
