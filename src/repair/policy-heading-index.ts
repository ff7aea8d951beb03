import Fuse from "fuse.js";
import type { PolicyHeadingDictionary } from "./dictionary-schema.ts";
import { withoutSpaces } from "./compact-text.ts";
import { greatest } from "../model/extremes.ts";
import { type EditCosts, encodeText, weightOf } from "./edit-costs.ts";

/** One spelling of a policy: each wording that offices use is a right title of its own. */
export interface PolicyHeadingSpelling {
  readonly id: string;
  readonly title: string;
  /** Without white space. */
  readonly folded: string;
  readonly codes: Uint8Array;
}

export interface PolicyHeadingIndex {
  readonly spellings: readonly PolicyHeadingSpelling[];
  readonly fuse: Fuse<PolicyHeadingSpelling>;
  /** What the letters of the heaviest spelling cost together. */
  readonly greatestWeight: number;
  readonly costs: EditCosts;
}

export function buildPolicyHeadingIndex(
  dictionary: PolicyHeadingDictionary,
  costs: EditCosts,
): PolicyHeadingIndex {
  const spellings = dictionary.headings.flatMap(({ id, title, variants }) =>
    [title, ...variants].map((spelling) => {
      const folded = withoutSpaces(spelling);
      return { id, title: spelling, folded, codes: encodeText(folded) };
    }),
  );
  const fuse = new Fuse(spellings, {
    keys: ["folded"],
    // Strips Thai vowels and tone marks (ที่ becomes ท): half of the letters that tell titles apart.
    ignoreDiacritics: false,
    // Titles begin alike (นโยบายการ, นโยบายด้านการ); where in the title a difference stands says nothing.
    ignoreLocation: true,
    // Counts words by white space, of which unspaced Thai has none: every title would be one word long.
    ignoreFieldNorm: true,
    // Loose on purpose, since Fuse proposes and the weighted distance decides: at 0.4 one title in 200 was not
    // proposed with 20 % of its letters wrong, at 0.5 none.
    threshold: 0.5,
    isCaseSensitive: true,
    shouldSort: true,
  });
  const greatestWeight = greatest(
    spellings.map(({ codes }) => weightOf(codes, costs.missing)),
    0,
  );
  return { spellings, fuse, greatestWeight, costs };
}
