import type { TextRange } from "./word-judge.ts";

export const THAI_LETTER = /[\u0e01-\u0e4e]/u;
/** A space, a digit, a sign, a closed character: nothing of a Thai word. */
export const NO_THAI_LETTER = /[^\u0e01-\u0e4e]/u;

/** The range with the unbroken Thai letters on both sides of it, at most `reach` of them on each. */
export function lettersAround(text: string, { start, end }: TextRange, reach: number): TextRange {
  let [first, last] = [start, end];
  while (first > 0 && start - first < reach && THAI_LETTER.test(text[first - 1]!)) first--;
  while (last < text.length && last - end < reach && THAI_LETTER.test(text[last]!)) last++;
  return { start: first, end: last };
}
