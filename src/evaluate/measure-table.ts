import { alignInOrder } from "./align-in-order.ts";
import type { Pair } from "./align-in-order.ts";
import { editDistance } from "./edit-distance.ts";
import { foldText } from "./fold-text.ts";
import { headerCells, isSameGrid } from "./table-grid.ts";
import { oneCase, sumTallies } from "./tally.ts";
import type { Tallies } from "./tally.ts";
import { textSimilarity, trigramProfile } from "./text-similarity.ts";
import type { TrigramProfile } from "./text-similarity.ts";
import type { JudgedTable } from "./truth.ts";

/** Measures of one ruled table; `cellErrors` counts wrong characters, the others what is right. */
export const TABLE_MEASURES = ["grids", "headerCells", "bodyCells", "cellErrors"] as const;
export type TableMeasure = (typeof TABLE_MEASURES)[number];

/** Rows of the same content share most of their trigrams; below this a row counts as missing and another as extra. */
const LEAST_ROW_SIMILARITY = 0.3;

/** Measures a found table; `undefined` is a table that is missing. */
export function measureTable(expected: JudgedTable, found: JudgedTable | undefined): Tallies<TableMeasure> {
  const header = comparePlaces(
    headerCells(expected.columns),
    headerCells(found?.columns ?? []),
    "headerCells",
  );
  const expectedRows = expected.rows.map(bodyCells);
  const foundRows = found?.rows.map(bodyCells) ?? [];
  const partners = new Map(pairRows(expectedRows, foundRows).map((pair) => [pair.expected, pair.found]));
  const pairedRows = new Set(partners.values());
  const rows = expectedRows.map((row, index) => {
    const partner = partners.get(index);
    return comparePlaces(
      row,
      (partner === undefined ? undefined : foundRows[partner]) ?? new Map(),
      "bodyCells",
    );
  });
  const extraRows = foundRows.filter((_, index) => !pairedRows.has(index));
  const extra = extraRows.map((row) => comparePlaces(new Map(), row, "bodyCells"));
  const grids = { grids: oneCase(found !== undefined && isSameGrid(expected, found)) };
  return sumTallies(TABLE_MEASURES, [grids, header, ...rows, ...extra]);
}

type Places = ReadonlyMap<string, string>;

function bodyCells(row: JudgedTable["rows"][number]): Places {
  const places = new Map<string, string>();
  for (const [column, cell] of row.entries()) if (cell !== null) places.set(`${column}`, cell.text);
  return places;
}

/** Compares the texts that stand at the same places; what stands where nothing should is an error too. */
function comparePlaces(
  expected: Places,
  found: Places,
  name: "headerCells" | "bodyCells",
): Partial<Tallies<TableMeasure>> {
  let [errors, characters, exact] = [0, 0, 0];
  for (const place of new Set([...expected.keys(), ...found.keys()])) {
    const expectedCharacters = foldText(expected.get(place) ?? null);
    const distance = editDistance(expectedCharacters, foldText(found.get(place) ?? null));
    errors += distance;
    characters += expectedCharacters.length;
    if (expected.has(place) && found.has(place) && distance === 0) exact += 1;
  }
  return { [name]: { count: exact, of: expected.size }, cellErrors: { count: errors, of: characters } };
}

/** Rows stand for each other by their place where their number is right, else by their text in reading order. */
function pairRows(expected: readonly Places[], found: readonly Places[]): readonly Pair[] {
  if (expected.length === found.length)
    return [...expected.keys()].map((row) => ({ expected: row, found: row }));
  const profile = (row: Places): TrigramProfile => trigramProfile(foldText([...row.values()].join(" ")));
  const expectedProfiles = expected.map(profile);
  const foundProfiles = found.map(profile);
  return alignInOrder(
    expected.length,
    found.length,
    (e, f) => textSimilarity(expectedProfiles[e]!, foundProfiles[f]!),
    LEAST_ROW_SIMILARITY,
  );
}
