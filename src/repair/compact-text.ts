import { normalizeThai } from "../normalize/normalize-thai.ts";

/** A normalized text without its white space, which recognizers of Thai put in and leave out at will. */
export interface CompactText {
  readonly text: string;
  /** For each character of `text` its UTF-16 offset in the original, and at the end the original's length. */
  readonly offsets: readonly number[];
  /** For each character whether white space stands before it; true at the text's start and end. */
  readonly breakBefore: readonly boolean[];
}

/** `normalized` has been through `normalizeThai`: offsets count in it. */
export function compactText(normalized: string): CompactText {
  let text = "";
  const offsets: number[] = [];
  const breakBefore: boolean[] = [];
  let isAfterBreak = true;
  for (let offset = 0; offset < normalized.length; offset++) {
    const character = normalized[offset]!;
    if (/\s/u.test(character)) {
      isAfterBreak = true;
      continue;
    }
    text += character;
    offsets.push(offset);
    breakBefore.push(isAfterBreak);
    isAfterBreak = false;
  }
  return { text, offsets: [...offsets, normalized.length], breakBefore: [...breakBefore, true] };
}

/** Any text for comparing: normalized, without white space. */
export function foldForComparison(text: string): string {
  return normalizeThai(text).text.replaceAll(/\s+/gu, "");
}

/**
 * The same for what a dictionary says: that is canonical already (a test holds the built-in ones to it, an office's own are
 * put into canonical form when they are read), and normalizing it all again would take half of the loading time.
 */
export function withoutSpaces(canonical: string): string {
  return canonical.replaceAll(/\s+/gu, "");
}
