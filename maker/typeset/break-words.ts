/** A piece of a line that is not parted, and whether a space stands in front of it. */
export interface Word {
  readonly text: string;
  readonly spaceBefore: boolean;
}

const words = new Intl.Segmenter("th", { granularity: "word" });
const clusters = new Intl.Segmenter("th", { granularity: "grapheme" });

const CLOSING = /^[)\]”’.,:;!?%ๆฯ/\-–]/u;
const OPENING = /[([“‘]$/u;
const DIGIT_BEFORE = /[0-9๐-๙][/\-–]$/u;
const DIGIT = /^[0-9๐-๙]/u;

/** Whether `next` has to stay on the line of `word`, with no space between them. */
function sticks(word: string, next: string): boolean {
  if (CLOSING.test(next) || OPENING.test(word)) return true;
  // An abbreviation goes on (พ.ย.๖๕, ก.อบต.จังหวัด); a list marker stays with its item.
  if (word.endsWith(".") || /^[-–•]$/u.test(word)) return true;
  if (DIGIT_BEFORE.test(word) && DIGIT.test(next)) return true;
  const quotes = word.split('"').length - 1;
  return next === '"' ? quotes % 2 === 1 : quotes % 2 === 1 && word.endsWith('"');
}

/**
 * Parts a text where Thai typesetting may break a line: at spaces and between words (ICU's dictionary), after an inner
 * hyphen or slash, never in front of closing punctuation or in an abbreviation or number.
 */
export function breakWords(text: string): Word[] {
  const result: { text: string; spaceBefore: boolean }[] = [];
  let spaceBefore = false;
  for (const { segment } of words.segment(text)) {
    if (/^\s+$/u.test(segment)) {
      spaceBefore = true;
      continue;
    }
    const last = result.at(-1);
    if (last !== undefined && !spaceBefore && sticks(last.text, segment)) last.text += segment;
    // ๆ keeps to its word although a space stands between them.
    else if (last !== undefined && spaceBefore && segment.startsWith("ๆ")) last.text += ` ${segment}`;
    else result.push({ text: segment, spaceBefore });
    spaceBefore = false;
  }
  return result;
}

/** The clusters of a word, a leading vowel together with its consonant: where a word is cut that fits no line. */
export function breakClusters(word: string): string[] {
  const result: string[] = [];
  for (const { segment } of clusters.segment(word)) {
    if (/[เแโใไ]$/u.test(result.at(-1) ?? "")) result[result.length - 1] += segment;
    else result.push(segment);
  }
  return result;
}

/** How many times letter spacing is added to a line: marks and SARA AM take none of their own. */
export function countClusters(text: string): number {
  return [...clusters.segment(text)].length;
}
