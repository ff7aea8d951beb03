import type { Cluster } from "./line-characters.ts";

const SEGMENTER = new Intl.Segmenter("th", { granularity: "word" });
const SPACE = /^\s+$/u;
const THAI_LETTERS = /[\u0e01-\u0e2e]/gu;
/**
 * A line may end behind these although no space follows (Unicode line breaking classes SY, HY and BA); behind a slash
 * only before Thai, since no program divides `Do's/Don'ts` there.
 */
const BREAKS_AFTER = /[/\-\u2010\u2013]$/u;
const THAI_START = /^[\u0e01-\u0e2e\u0e40-\u0e44]/u;
const THAI_END = /[\u0e01-\u0e3a\u0e40-\u0e4e]$/u;
/** More characters than any line of a cell has: what goes on so far without a break fits nowhere anyway. */
const LONGEST_UNIT = 500;
const NO_DIGIT = /^[^0-9\u0e50-\u0e59]/u;

/**
 * The first piece of a line that no line break can divide: a word with the punctuation that sticks to it
 * (`(ย้าย)`, `ม.ค.๖๖`, `อบต.ไผ่`, `๓๑`).
 *
 * Thai words break where ICU's dictionary says, as in browsers and LibreOffice; around punctuation and digits the
 * rules are those of Unicode line breaking (UAX 14): no break between letters and digits, before closing and behind
 * opening marks, or behind a full stop that a letter follows. Misread text falls into single letters, which no Thai
 * word is, so those take the next word along.
 */
export function firstUnit(clusters: readonly Cluster[]): readonly Cluster[] {
  const start = clusters.findIndex((cluster) => !SPACE.test(cluster.text));
  if (start < 0) return [];
  const text = clusters
    .slice(start, start + LONGEST_UNIT)
    .map((cluster) => cluster.text)
    .join("");
  const length = firstUnitLength(text);
  let offset = 0;
  let end = start;
  while (end < clusters.length && offset < length) {
    offset += clusters[end]?.text.length ?? 0;
    end += 1;
  }
  return clusters.slice(start, end);
}

function firstUnitLength(text: string): number {
  let unit = "";
  for (const { segment } of SEGMENTER.segment(text)) {
    if (SPACE.test(segment)) break;
    if (unit !== "" && breaksBetween(unit, segment)) break;
    unit += segment;
  }
  return unit.length;
}

function breaksBetween(before: string, after: string): boolean {
  if (BREAKS_AFTER.test(before))
    return before.length > 1 && (before.endsWith("/") ? THAI_START : NO_DIGIT).test(after);
  const isWordBoundary = THAI_END.test(before) && THAI_START.test(after);
  return isWordBoundary && letterCount(before) > 1 && letterCount(after) > 1;
}

function letterCount(text: string): number {
  return (text.match(THAI_LETTERS) ?? []).length;
}
