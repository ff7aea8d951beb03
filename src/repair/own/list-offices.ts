import type { OfficeDictionary } from "../dictionary-schema.ts";
import type { PlaceIndex } from "../place-index.ts";
import { toListedOffice } from "./listed-office.ts";
import type { ListedOffice } from "./listed-office.ts";
import { problem } from "./own-row.ts";
import type { OwnProblem } from "./own-row.ts";
import type { OwnEntries } from "./own-schema.ts";

/** The offices that the entries list; what cannot be placed, or stands twice, is a problem. */
export function listOffices(
  entries: OwnEntries["offices"],
  offices: OfficeDictionary,
  places: PlaceIndex,
): { readonly listed: readonly ListedOffice[]; readonly problems: readonly OwnProblem[] } {
  const listed: ListedOffice[] = [];
  const problems: OwnProblem[] = [];
  const seen = new Map<string, number>();
  for (const { file, lineNumber, entry } of entries) {
    const office = toListedOffice(entry, offices, places);
    if (typeof office === "string") {
      problems.push(problem(file, lineNumber, office));
      continue;
    }
    const key = `${office.fullName} ${office.districtCode ?? office.provinceCode}`;
    const first = seen.get(key);
    if (first !== undefined) {
      problems.push(problem(file, lineNumber, `"${entry.name}" stands in line ${first} already.`));
      continue;
    }
    seen.set(key, lineNumber);
    listed.push(office);
  }
  return { listed, problems };
}
