import type { Repair } from "../model/evidence.ts";
import { type EditCosts, weightOf } from "./edit-costs.ts";
import { alignTexts, longestOneSidedRun } from "./align-texts.ts";
import { diffToRepairs } from "./diff-to-repairs.ts";
import { observedText, placeOf } from "./evidence-text.ts";
import { nameCost, type NameReading } from "./name-reading.ts";
import type { FieldRepairs } from "./organization.ts";
import type { Place, PlaceSpelling } from "./place-index.ts";
import type { WeighedValue } from "./weigh-field.ts";

/** A field's text with how it came about. */
export interface RepairedField {
  readonly text: string | null;
  /** Whether the text is what was decided; else it is only what was read. */
  readonly isSure: boolean;
  readonly field: FieldRepairs;
}

/** Belief from which on a value is taken; below it the text stays as read and the value is a suggestion. */
export const MIN_BELIEF = 0.9;

const NOTHING: RepairedField = {
  text: null,
  isSure: false,
  field: { observed: null, repairs: [], confidence: 0, place: null },
};

/** As many letters too many or too few in a row are another word of the name, no reading error. */
const ONE_WORD_LETTERS = 3;

/** How far a reading may speak against a value that the rest of the evidence has decided, in confidence. */
const MISFIT_SHARE = 0.3;

/** A reading that a field can show, with how well the decided spelling fits it. */
interface ShownReading {
  readonly reading: NameReading;
  readonly length: number;
  /** 0 where the reading is the spelling, 1 where it has nothing of it. */
  readonly misfit: number;
}

/**
 * The office's name in full. The prefix is known with the kind of office; the name behind it is the one that the
 * readings together are believed to say, listed or not. Where none is believed enough it stays as read.
 */
export function repairName(
  prefix: string,
  readings: readonly NameReading[],
  { value, belief, hypothesis }: WeighedValue<PlaceSpelling | null>,
  costs: EditCosts,
): RepairedField {
  const shown = value === null ? null : showReading(readings, [value], costs);
  if (value === null || shown === null) return NOTHING;
  const { source, markerStart, nameStart, ownLength } = shown.reading;
  const read = shown.reading.codes.subarray(0, Math.max(shown.length, ownLength));
  const isSure =
    belief >= MIN_BELIEF && longestOneSidedRun(alignTexts(read, value.codes, costs)) < ONE_WORD_LETTERS;
  const end = nameStart + (isSure ? shown.length : ownLength);
  const observed = observedText(source, markerStart, end);
  const text = prefix + (isSure ? value.name : observedText(source, nameStart, end));
  const rule = hypothesis.isListed ? "dictionary:offices" : "document:readings";
  const repairs = repairPrefixed(
    observed,
    observedText(source, markerStart, nameStart),
    prefix,
    text,
    rule,
    belief,
  );
  if (!isSure) repairs.push(...diffToRepairs(text, prefix + value.name, rule, belief, false));
  return {
    text,
    isSure,
    field: {
      observed,
      repairs,
      confidence: belief * (1 - MISFIT_SHARE * shown.misfit),
      place: placeOf(source, markerStart, end),
    },
  };
}

/** A short form is replaced as a whole: single letters that it shares with the full form are no common text. */
function repairPrefixed(
  observed: string,
  observedPrefix: string,
  prefix: string,
  text: string,
  rule: string,
  belief: number,
): Repair[] {
  if (observedPrefix.length > prefix.length / 2) return diffToRepairs(observed, text, rule, belief);
  const inFull = prefix + observed.slice(observedPrefix.length);
  return [
    { from: observedPrefix, to: prefix, start: 0, rule: "short-form:offices", score: belief, applied: true },
    ...diffToRepairs(inFull, text, rule, belief),
  ];
}

/** A district or province; one that no reading names follows from the office's name. */
export function repairPlace(
  readings: readonly NameReading[],
  { value, belief }: WeighedValue<Place | null>,
  costs: EditCosts,
): RepairedField {
  const isSure = value !== null && belief >= MIN_BELIEF;
  const shown = showReading(readings, value?.spellings ?? [], costs);
  if (shown === null) {
    if (!isSure) return NOTHING;
    const repairs = diffToRepairs("", value.name, "dictionary:places", belief);
    return { text: value.name, isSure, field: { observed: null, repairs, confidence: belief, place: null } };
  }
  const { source, nameStart, ownLength } = shown.reading;
  const end = nameStart + (isSure ? shown.length : ownLength);
  const observed = observedText(source, nameStart, end);
  const text = isSure ? value.name : observed;
  return {
    text,
    isSure,
    field: {
      observed,
      repairs: value === null ? [] : diffToRepairs(observed, value.name, "dictionary:places", belief, isSure),
      confidence: belief * (1 - MISFIT_SHARE * shown.misfit),
      place: placeOf(source, nameStart, end),
    },
  };
}

/** The reading that counts most; of those that count the same the one nearest to what was decided. */
function showReading(
  readings: readonly NameReading[],
  spellings: readonly PlaceSpelling[],
  costs: EditCosts,
): ShownReading | null {
  const shown = readings.map((reading): ShownReading => {
    const [best] = spellings
      .map(({ codes }) => ({ ...nameCost(reading, codes, costs), weight: weightOf(codes, costs.missing) }))
      .toSorted((a, b) => a.cost - b.cost);
    return best === undefined
      ? { reading, length: reading.ownLength, misfit: 0 }
      : { reading, length: best.length, misfit: Math.min(1, best.cost / best.weight) };
  });
  return shown.toSorted((a, b) => b.reading.weight - a.reading.weight || a.misfit - b.misfit)[0] ?? null;
}
