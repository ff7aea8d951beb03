import type { Random } from "../../maker/random.ts";

const WORD_BREAKS = new Intl.Segmenter("th", { granularity: "word" });
const CLUSTER_BREAKS = new Intl.Segmenter("th", { granularity: "grapheme" });

/**
 * A stretch of a longer text, of about `length` characters, as a wrapped line holds it: mostly broken between words,
 * sometimes within one (narrow cells, a typist's hand), never between a consonant and its marks.
 */
export function cutPiece(text: string, random: Random, length: number): string {
  if (text.length <= length) return text;
  const segmenter = random.chance(0.75) ? WORD_BREAKS : CLUSTER_BREAKS;
  const parts = [...segmenter.segment(text)].map((part) => part.segment);
  const latestStart = parts.findLastIndex((_, index) => parts.slice(index).join("").length >= length);
  let piece = "";
  for (
    let index = random.chance(0.35) ? 0 : random.integer(0, Math.max(0, latestStart));
    index < parts.length;
    index += 1
  ) {
    if (piece !== "" && piece.length + parts[index]!.length > length) break;
    piece += parts[index]!;
  }
  return piece;
}
