import type { ColumnGroup, ColumnHeadingDictionary, ColumnRole } from "./dictionary-schema.ts";
import { type EditCosts, encodeText } from "./edit-costs.ts";
import { foldForComparison, withoutSpaces } from "./compact-text.ts";

/** A role's or group's wordings, as they are compared. */
export interface ColumnWordings<T> {
  readonly meaning: T;
  readonly codes: readonly Uint8Array[];
}

export interface ColumnHeadingIndex {
  readonly groups: readonly ColumnWordings<ColumnGroup>[];
  /** In the order of the form's columns. */
  readonly roles: readonly (ColumnWordings<ColumnRole> & {
    readonly group: ColumnGroup | null;
    readonly weakCodes: readonly Uint8Array[];
  })[];
  /** Columns without a role. */
  readonly others: ColumnWordings<null>;
  readonly costs: EditCosts;
}

export function buildColumnHeadingIndex(
  dictionary: ColumnHeadingDictionary,
  costs: EditCosts,
): ColumnHeadingIndex {
  const encode = (wordings: readonly string[]): Uint8Array[] =>
    wordings.map((wording) => encodeLetters(withoutSpaces(wording)));
  return {
    groups: dictionary.groups.map(({ group, wordings }) => ({ meaning: group, codes: encode(wordings) })),
    roles: dictionary.roles.map(({ role, group, wordings, weakWordings }) => ({
      meaning: role,
      group,
      codes: encode(wordings),
      weakCodes: encode(weakWordings ?? []),
    })),
    others: { meaning: null, codes: encode(dictionary.others) },
    costs,
  };
}

/**
 * Only the letters of a heading count: narrow columns break words anywhere, years change, are misread or come out
 * as Latin letters, and `/`, `-` and brackets are often lost.
 */
export function encodeColumnHeading(text: string): Uint8Array {
  return encodeLetters(foldForComparison(text));
}

function encodeLetters(folded: string): Uint8Array {
  return encodeText(folded.replaceAll(/[^\u0e01-\u0e4e]/gu, ""));
}
