import type { DateMention } from "../model/extraction-parts.ts";
import { remark } from "../model/remark.ts";
import type { Remark } from "../model/remark.ts";

/** A year of the Buddhist Era with a digit too many: ๒๕๖๖๒. Amounts have commas, telephone numbers begin with 0. */
const LONG_YEAR = /(?<![0-9๐-๙,./-])(?:๒๕[๐-๙]{3}|25[0-9]{3})(?![0-9๐-๙,]|\.[0-9๐-๙])/gu;

/**
 * Remarks on what a date or year of a field cannot well be, although nobody can tell from the text what it was: a year
 * of five digits, and two periods of which each begins before the other ends (`๑ ต.ค.๖๕ - ๓๑ มี.ค.๖๖` and
 * `๑ มี.ค.๖๖ - ๓๐ ก.ย.๖๖`: a month was misread). The text stays.
 */
export function remarkOddDates(
  field: string,
  text: string | null,
  mentions: readonly DateMention[],
): Remark[] {
  const years = [...new Set(text?.match(LONG_YEAR) ?? [])].map((year) =>
    remark("year-unlikely", "warning", `"${year}" has a digit too many for a year: check it.`, { field }),
  );
  const periods = mentions.flatMap((mention) =>
    mention.field === field && mention.isoEnd !== null ? [{ ...mention, isoEnd: mention.isoEnd }] : [],
  );
  const overlaps = periods.flatMap((first, index) =>
    periods
      .slice(index + 1)
      .filter(
        (second) => first.iso < second.iso && second.iso <= first.isoEnd && first.isoEnd < second.isoEnd,
      )
      .map((second) => `The periods "${first.text}" and "${second.text}" overlap: check the months.`),
  );
  const remarks = [...new Set(overlaps)].map((message) =>
    remark("periods-overlap", "warning", message, { field }),
  );
  return [...years, ...remarks];
}
