import type { Evaluation } from "./evaluation.ts";
import { foldText } from "./fold-text.ts";
import { listEdits } from "./list-edits.ts";
import { isTextField } from "./record-fields.ts";
import type { ReportTable } from "./report-tables.ts";

/** The most frequent misread, lost and added characters in the text fields that were found, most frequent first. */
export function reportConfusions(evaluation: Evaluation, limit: number): ReportTable {
  const counts = new Map<string, number>();
  for (const difference of evaluation.differences) {
    const field = difference.place.split(" ")[1] ?? "";
    if (!isTextField(field)) continue;
    for (const edit of listEdits(foldText(difference.expected ?? null), foldText(difference.found ?? null))) {
      const key = `${edit.expected}\t${edit.found}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const frequent = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit);
  const rows = frequent.map(([key, times]) => {
    const [expected = "", found = ""] = key.split("\t").map(showCharacter);
    return [`${expected} read as ${found}`, `${times}`];
  });
  return { heading: "Most frequent character errors", columns: ["", "times"], rows };
}

/** A Thai mark needs something to stand on; what is not there is said in words. */
function showCharacter(character: string): string {
  if (character === "") return "nothing";
  return /\p{M}/u.test(character) ? `◌${character}` : character;
}
