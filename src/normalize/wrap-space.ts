const THAI_LETTER = /(?:[\u0e01-\u0e2e\u0e40-\u0e45]|[\u0e30-\u0e3a\u0e47-\u0e4e])/u;
const OPENING = /[([{“‘]/u;
const CLOSING = /[)\]}”’,.;:!?ๆฯ]/u;
/** `พ.ศ.`, `ต.ค.๖๕`, `กสถ.`: official writing sets a space before a short form. */
const SHORT_FORM = /^[\u0e01-\u0e2e]{1,3}\./u;
/** The preposition ณ stands between two spaces. */
const PREPOSITION_AT_END = /(?:^|\s)ณ$/u;
const PREPOSITION_AT_START = /^ณ(?:\s|$)/u;
const BREAKS_WITHOUT_SPACE = /[/\u2010\u2013-]/u;

/**
 * What stood between two lines that the page wrapped: a space or nothing.
 *
 * Thai wraps between words that no space divides, so two Thai letters join directly. Everywhere else a line can end
 * without a space only behind `/` and a hyphen (Unicode line breaking, UAX 14), hence a space was there: `พ.ศ. ๒๕๖๖`,
 * `๓ ปี`, `(ย้าย) พนักงาน`. Between Thai letters a printed space at the end of a line leaves no trace; only where
 * official writing always sets one it is put back. A hyphen with a space before it had one behind it: `๒๕๖๔ - ๒๕๖๖`, but `e-GP`.
 */
export function wrapSpace(before: string, after: string): "" | " " {
  const last = before.at(-1) ?? "";
  const first = after.charAt(0);
  if (last === "" || first === "") return "";
  if (THAI_LETTER.test(last) && THAI_LETTER.test(first)) {
    const hasSpace =
      SHORT_FORM.test(after) || PREPOSITION_AT_END.test(before) || PREPOSITION_AT_START.test(after);
    return hasSpace ? " " : "";
  }
  if (isSplitNumber(before, after)) return "";
  if (OPENING.test(last) || CLOSING.test(first)) return "";
  if (BREAKS_WITHOUT_SPACE.test(last)) return /\s/u.test(before.charAt(before.length - 2)) ? " " : "";
  return " ";
}

/** Whether a comma shows that the digits at the end of one line and the start of the next are one: `๔๖๕,๘๐` and `๐`. */
export function isSplitNumber(before: string, after: string): boolean {
  const started = /,([0-9๐-๙]{1,2})$/u.exec(before)?.[1];
  const rest = /^[0-9๐-๙]+/u.exec(after)?.[0];
  return started !== undefined && rest !== undefined && started.length + rest.length === 3;
}
