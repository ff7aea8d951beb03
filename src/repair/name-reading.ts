import { type EditCosts, encodeText, weightOf } from "./edit-costs.ts";
import { cheapestEnd } from "./edit-row.ts";
import type { EvidencePart, EvidenceText } from "./evidence-text.ts";

/** A name as it stands behind a marker such as `อำเภอ`; where it ends is only guessed. */
export interface NameReading {
  readonly source: EvidenceText;
  /** Of the marker, in characters of the compact text. */
  readonly markerStart: number;
  /** Of the first character behind the marker. */
  readonly nameStart: number;
  /** The text from there on, as far as a name may reach. */
  readonly codes: Uint8Array;
  /** For each length of the name, from 0, what it costs to believe that it ends there. */
  readonly endCosts: Float64Array;
  /** The length of the name that the reading gives by itself. */
  readonly ownLength: number;
  /** How much the reading counts. */
  readonly weight: number;
  /** No name counts as farther away than this: then the reading speaks of something else. */
  readonly cap: number;
}

/** Longer than the longest name of a sub-district (22 characters) read with a few extra ones. */
const MAX_NAME_CHARACTERS = 28;

/** A name ends at white space; that it goes on behind it takes more to believe. */
const END_BEHIND_NEXT_SPACE = 0.25;

/** That it ends without any, more still, and the more the more letters follow; running text loses spaces sooner. */
const END_WITHOUT_SPACE = 0.8;
const LETTER_BEHIND_END = { cover: 0.6, title: 0.6, mention: 0.2 } as const;
const MAX_END_COST = { cover: 6, title: 6, mention: 2 } as const;

/** Share of a name's letters that may be wrong before the reading is taken to speak of something else. */
const CAP_SHARE = { cover: 1, title: 1, mention: 0.6 } as const;

/** Names of two letters exist (ลอ, บะ), but a space put in leaves one or two far more often. */
const SHORTEST_NAME = 3;

/** A space put in after the first letter must not make the rest of a name worthless. */
const SHORT_NAME = 7;

/** What cannot be part of a name. */
const NO_NAME = /[()[\]{}<>0-9๐-๙|:;"“”]/u;

/**
 * @param limits characters of the compact text before which a name may end without a space: the next markers
 */
export function readName(
  source: EvidenceText,
  marker: { readonly start: number; readonly end: number },
  limits: ReadonlySet<number>,
  weight: number,
  costs: EditCosts,
): NameReading {
  const { compact } = source;
  const start = marker.end;
  let end = start;
  const boundaries: number[] = [];
  const limited: number[] = [];
  while (end < compact.text.length && end - start < MAX_NAME_CHARACTERS) {
    if (end > start && endsLine(source, end)) break;
    // A marker may be found inside a name too (เรื่อง in ศรีบุญเรือง), so that it is no more than a space.
    if (end > start && (compact.breakBefore[end] || limits.has(end))) boundaries.push(end - start);
    if (end > start && limits.has(end)) limited.push(end - start);
    if (NO_NAME.test(compact.text[end]!)) break;
    end++;
  }
  boundaries.push(end - start);
  const codes = encodeText(compact.text.slice(start, end));
  const endCosts = endCostsOf(source.part, codes.length, boundaries);
  // A cover gives the name a line of its own, where a space inside is the recognizer's. Elsewhere the first space
  // ends it, unless what stands before it is too short for a name.
  const ownLength =
    source.part === "cover"
      ? (limited[0] ?? end - start)
      : (boundaries.find((length) => length >= SHORTEST_NAME) ?? end - start);
  const cap = CAP_SHARE[source.part] * weightOf(codes.slice(0, Math.max(ownLength, SHORT_NAME)), costs.extra);
  return { source, markerStart: marker.start, nameStart: start, codes, endCosts, ownLength, weight, cap };
}

function endCostsOf(part: EvidencePart, length: number, boundaries: readonly number[]): Float64Array {
  const endCosts = new Float64Array(length + 1);
  let boundary = 0;
  for (let end = 0; end <= length; end++) {
    while (boundaries[boundary]! < end) boundary++;
    const lettersLeft = boundaries[boundary]! - end;
    const cost =
      lettersLeft === 0
        ? boundary * END_BEHIND_NEXT_SPACE
        : END_WITHOUT_SPACE + (lettersLeft - 1) * LETTER_BEHIND_END[part];
    endCosts[end] = Math.min(cost, MAX_END_COST[part]);
  }
  return endCosts;
}

/** Lines of a cover or title are set by hand; in running text a line's end is a wrap and ends nothing. */
function endsLine(source: EvidenceText, index: number): boolean {
  if (source.part === "mention") return false;
  const { offsets } = source.compact;
  return source.text.slice(offsets[index - 1], offsets[index]).includes("\n");
}

/** A reading is hardly ever longer than the name by more; what follows it need not be looked at. */
const MAX_EXTRA_CHARACTERS = 5;

/** What it costs to believe that `name` is printed behind the marker, and how many characters it then takes up. */
export function nameCost(
  reading: NameReading,
  name: Uint8Array,
  costs: EditCosts,
): { cost: number; length: number } {
  const reach = reading.codes.subarray(0, name.length + MAX_EXTRA_CHARACTERS);
  const { cost, end } = cheapestEnd(reach, name, costs, reading.endCosts);
  return { cost, length: end };
}

/** In readings as strong as the strongest: readings of one document share their errors, so that more add nothing. */
const MAX_EVIDENCE = 3;

/**
 * A name without any error is much likelier than one with a single cheap error: without this, a name read right
 * would be in doubt wherever the country has its near-twin.
 */
const FIRST_ERROR_COST = 0.4;

/**
 * What all readings together say against a name: the weighted mean of their costs, times how much they count.
 * Costs above a reading's cap do not tell names apart any more.
 */
export function jointNameCost(readings: readonly NameReading[], name: Uint8Array, costs: EditCosts): number {
  let [sum, weight, strongest] = [0, 0, 0];
  for (const reading of readings) {
    const { cost } = nameCost(reading, name, costs);
    sum += reading.weight * Math.min(cost === 0 ? 0 : cost + FIRST_ERROR_COST, reading.cap);
    weight += reading.weight;
    strongest = Math.max(strongest, reading.weight);
  }
  return weight === 0 ? 0 : (sum / weight) * Math.min(weight / strongest, MAX_EVIDENCE);
}
