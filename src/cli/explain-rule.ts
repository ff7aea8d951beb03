/** Rules by the beginning of their name; the first that fits explains one. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^dictionary:policy-headings$/u, "a known wording of a policy heading is nearer than any other"],
  [/^dictionary:places$/u, "the place fits all that the report says of its office, and lies where it says"],
  [/^dictionary:offices$/u, "the office fits all that the report says of it; cover and title count most"],
  [/^document:readings$/u, "the report's own readings of the name, taken together"],
  [/^document:/u, "the report is known to come from this office, so the same name is meant here"],
  [/^join:words$/u, "white space inside a word: one side of it is no word, both together are one"],
  [/^join:wrap$/u, "a line of the print ended here; what stands on both sides is written without a space"],
  [/^join:/u, "the name was wrapped here; the space is not printed inside it"],
  [/^short-form:/u, "the short form of the kind of office, written in full"],
  [/^dictionary:settled-phrases$/u, "a settled wording that nothing else in such reports is nearly like"],
  [/^dictionary:abbreviations$/u, "a known abbreviation, near words that it stands with"],
  [/^dictionary:own-phrases$/u, "a set phrase of your own dictionaries"],
  [/^dictionary:months$/u, "the name of a month"],
  [/^dictionary:/u, "a set phrase of such reports; what was read is no word"],
  [/^order$/u, "the number was not read; it follows from those before and after it"],
];

/** Why a rule changes a text, in half a sentence. */
export function explainRule(rule: string): string {
  return RULES.find(([pattern]) => pattern.test(rule))?.[1] ?? "a rule of a newer version";
}
