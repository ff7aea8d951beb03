import type { ReportTable } from "../../src/evaluate/report-tables.ts";
import type { PageResult } from "./measure-document.ts";

const FAMILIES = ["grey", "bilevel", "fax"] as const;
type Family = (typeof FAMILIES)[number];

/** What kind of scan a profile makes. */
function familyOf(profileName: string): Family {
  if (profileName.includes("fax")) return "fax";
  return profileName.includes("bilevel") || profileName.startsWith("copy-of") ? "bilevel" : "grey";
}

/** Shares of tables and cells that are right, by the rules that tables have, and by profile where all rules are drawn. */
export function geometryTables(results: readonly PageResult[]): ReportTable[] {
  const groups = [...Map.groupBy(results, (result) => result.document.rules)];
  const ruled = results.filter((result) => result.document.rules === "all");
  const byProfile = [...Map.groupBy(ruled, (result) => result.profileName)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return [
    {
      heading: "Grids exact, by rules",
      columns: ["", ...FAMILIES, "all", ...CELL_COLUMNS],
      rows: [...groups, ["together", results] as const].map(([rules, group]) => [
        rules,
        ...FAMILIES.map((family) =>
          exactGrids(group.filter((result) => familyOf(result.profileName) === family)),
        ),
        exactGrids(group),
        ...cellFigures(group),
      ]),
    },
    {
      heading: "Grids exact where all rules are drawn, by profile",
      columns: ["", "all", ...CELL_COLUMNS],
      rows: byProfile.map(([name, group]) => [name, exactGrids(group), ...cellFigures(group)]),
    },
  ];
}

const CELL_COLUMNS = [
  "extra tables",
  "cells recall",
  "cells precision",
  "header rows",
  "open ends",
  "skew error",
  "ms a page",
] as const;

function sum(results: readonly PageResult[], value: (result: PageResult) => number): number {
  return results.reduce((total, result) => total + value(result), 0);
}

function exactGrids(results: readonly PageResult[]): string {
  const of = sum(results, ({ comparison }) => comparison.trueTables);
  return of === 0 ? "-" : `${sum(results, ({ comparison }) => comparison.exactTables)}/${of}`;
}

function cellFigures(results: readonly PageResult[]): string[] {
  const percent = (part: number, of: number): string =>
    of === 0 ? "-" : `${((100 * part) / of).toFixed(1)} %`;
  const tables = sum(results, ({ comparison }) => comparison.trueTables);
  const right = sum(results, ({ comparison }) => comparison.rightCells);
  const skewErrors = results.map((result) => Math.abs(result.skewErrorDegrees)).toSorted((a, b) => a - b);
  return [
    `${sum(results, ({ comparison }) => Math.max(0, comparison.foundTables - comparison.trueTables))}`,
    percent(
      right,
      sum(results, ({ comparison }) => comparison.trueCells),
    ),
    percent(
      right,
      sum(results, ({ comparison }) => comparison.foundCells),
    ),
    `${sum(results, ({ comparison }) => comparison.sameHeader)}/${tables}`,
    `${sum(results, ({ comparison }) => comparison.sameOpenness)}/${tables}`,
    `${(skewErrors.at(-1) ?? 0).toFixed(2)}°`,
    (sum(results, (result) => result.layoutMs) / results.length).toFixed(0),
  ];
}
