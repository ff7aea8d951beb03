import { joinYears } from "./join-years.ts";
import { collapseSpaces, dropRuleFragments } from "./line-layout.ts";
import { composeUnicode, dropInvisible, plainSpaces, plainThaiGlyphs } from "./plain-characters.ts";
import {
  composeSaraAe,
  composeSaraAm,
  dropDoubledMarks,
  dropStrayMarks,
  orderMarks,
} from "./thai-clusters.ts";

/** Changes a text towards its canonical form; leaves a text that is in it alone. */
export type NormalizeStep = (text: string) => string;

/** A text in canonical form, and the names of the steps that had something to change, in their order. */
export interface NormalizedText {
  readonly text: string;
  readonly steps: readonly string[];
}

/**
 * The order matters: glyphs become characters before clusters are looked at, a cluster is ordered after
 * SARA AM took its nikhahit out, and spaces are collapsed when nothing else can leave one behind. Canonical
 * composition comes first because it moves Thai marks across foreign ones, and again last because dropping
 * a character may bring two together that compose.
 */
export const NORMALIZE_STEPS: readonly (readonly [name: string, step: NormalizeStep])[] = [
  ["plain-spaces", plainSpaces],
  ["drop-invisible", dropInvisible],
  ["plain-thai-glyphs", plainThaiGlyphs],
  ["compose-unicode", composeUnicode],
  ["compose-sara-am", composeSaraAm],
  ["order-marks", orderMarks],
  ["drop-doubled-marks", dropDoubledMarks],
  ["compose-sara-ae", composeSaraAe],
  ["drop-stray-marks", dropStrayMarks],
  ["drop-rule-fragments", dropRuleFragments],
  ["collapse-spaces", collapseSpaces],
  ["join-years", joinYears],
  ["compose-unicode", composeUnicode],
];

/**
 * The canonical form of a Thai text, line by line: Unicode NFC, SARA AM as U+0E33, `แ` as one character, marks
 * in canonical order and only where they have a base, plain single spaces and none among the digits of a year, no rule
 * fragments at the edges.
 * Wording, digits, quotes and line breaks stay as printed. Normalizing twice is the same as once.
 */
export function normalizeThai(raw: string): NormalizedText {
  let text = raw;
  const steps: string[] = [];
  for (const [name, step] of NORMALIZE_STEPS) {
    const next = step(text);
    if (next !== text) steps.push(name);
    text = next;
  }
  return { text, steps };
}
