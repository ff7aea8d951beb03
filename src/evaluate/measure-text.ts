import { countCommon } from "./count-common.ts";
import { editDistance } from "./edit-distance.ts";
import { foldText } from "./fold-text.ts";
import { numberTokens } from "./number-tokens.ts";
import { oneCase } from "./tally.ts";
import type { Tallies } from "./tally.ts";

/** Measures of one text field; `characterErrors` counts errors, the others what is right. */
export const TEXT_MEASURES = ["characterErrors", "exactFields", "numberTokens", "paragraphs"] as const;
export type TextMeasure = (typeof TEXT_MEASURES)[number];

/**
 * Measures what was found in a text field against what the truth states.
 *
 * `found` is `undefined` where the whole record is missing: then all its characters are errors, and the field is
 * not exact even where the print has nothing.
 */
export function measureText(expected: string | null, found: string | null | undefined): Tallies<TextMeasure> {
  const expectedCharacters = foldText(expected);
  const errors = editDistance(expectedCharacters, foldText(found ?? null));
  const expectedTokens = numberTokens(expected);
  const expectedParagraphs = paragraphs(expected);
  return {
    characterErrors: { count: errors, of: expectedCharacters.length },
    exactFields: oneCase(found !== undefined && errors === 0),
    numberTokens: {
      count: countCommon(expectedTokens, numberTokens(found ?? null)),
      of: expectedTokens.length,
    },
    paragraphs: {
      count: countCommon(expectedParagraphs, paragraphs(found ?? null)),
      of: expectedParagraphs.length,
    },
  };
}

function paragraphs(text: string | null): readonly string[] {
  const folded = text?.split("\n").map((paragraph) => foldText(paragraph).join("")) ?? [];
  return folded.filter((paragraph) => paragraph !== "");
}
