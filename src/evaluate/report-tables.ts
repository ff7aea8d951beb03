import { sumEvaluations } from "./evaluation.ts";
import type { Evaluation, Measure } from "./evaluation.ts";
import { TEXT_MEASURES } from "./measure-text.ts";
import type { TextMeasure } from "./measure-text.ts";
import { TEXT_FIELDS } from "./record-fields.ts";
import type { Tally } from "./tally.ts";

/** A table for people: a heading, a row of column names, rows of cells. */
export interface ReportTable {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** An extraction that was evaluated, with the name it is listed under. */
export interface NamedEvaluation {
  readonly name: string;
  readonly evaluation: Evaluation;
}

type Format = (tally: Tally) => string;

/** 0.0 % of nothing says nothing, so what was not measured shows as a dash. */
const unlessEmpty =
  (format: Format): Format =>
  (tally) =>
    tally.of === 0 ? "-" : format(tally);
const fraction = unlessEmpty(({ count, of }) => `${count}/${of}`);
const percent = unlessEmpty(({ count, of }) => `${((100 * count) / of).toFixed(count === of ? 0 : 1)} %`);
const errorRate: Format = ({ count, of }) =>
  of === 0 ? (count === 0 ? "-" : `${count}`) : `${((100 * count) / of).toFixed(2)} %`;
const count = unlessEmpty((tally) => `${tally.count}`);

type Column = readonly [name: string, measure: Measure, format: Format];

const GROUPS: readonly (readonly [heading: string, columns: readonly Column[]])[] = [
  [
    "Activities",
    [
      ["found", "activities", fraction],
      ["doubled", "doubled", count],
      ["extra", "extra", count],
      ["policy no.", "policyNumbers", fraction],
      ["activity no.", "activityNumbers", fraction],
      ["pages", "pages", fraction],
      ["marks", "marks", fraction],
      ["right records", "rightRecords", fraction],
    ],
  ],
  [
    "Values",
    [
      ["money", "money", fraction],
      ["of it printed", "statedMoney", fraction],
      ["silent errors", "silentErrors", count],
      ["dates", "dates", fraction],
      ["extra dates", "extraDates", count],
    ],
  ],
  [
    "Text",
    [
      ["character errors", "characterErrors", errorRate],
      ["exact fields", "exactFields", percent],
      ["number tokens", "numberTokens", percent],
      ["paragraphs", "paragraphs", percent],
    ],
  ],
  [
    "Cover and title",
    [
      ["found", "documents", fraction],
      ["title errors", "titleErrors", errorRate],
      ["office", "offices", fraction],
      ["district", "districts", fraction],
      ["province", "provinces", fraction],
      ["kind and codes", "codes", fraction],
      ["year", "years", fraction],
    ],
  ],
  [
    "Confidence",
    [
      ["exact of those at 0.9", "sureExact", percent],
      ["at 0.9 of the exact", "exactSure", percent],
      ["clean of right records", "rightClean", percent],
    ],
  ],
  [
    "Ruled tables",
    [
      ["grid", "grids", fraction],
      ["header cells", "headerCells", fraction],
      ["body cells", "bodyCells", fraction],
      ["character errors", "cellErrors", errorRate],
    ],
  ],
];

const TEXT_FORMATS: Record<TextMeasure, readonly [name: string, format: Format]> = {
  characterErrors: ["character errors", errorRate],
  exactFields: ["exact", fraction],
  numberTokens: ["number tokens", fraction],
  paragraphs: ["paragraphs", fraction],
};

/**
 * The measures of several extractions as tables: one for each group, a row for each extraction and one for
 * all of them, then the text fields one by one. What no truth states has no table and no row.
 */
export function reportTables(evaluations: readonly NamedEvaluation[]): readonly ReportTable[] {
  const all = sumEvaluations(evaluations.map((entry) => entry.evaluation));
  const listed = evaluations.length > 1 ? [...evaluations, { name: "all", evaluation: all }] : evaluations;
  const groups = GROUPS.map(([heading, columns]): ReportTable => {
    const rows = listed
      .filter(({ evaluation }) => columns.some(([, measure]) => evaluation.measures[measure].of > 0))
      .map(({ name, evaluation }) =>
        [name].concat(columns.map(([, measure, format]) => format(evaluation.measures[measure]))),
      );
    return { heading, columns: ["", ...columns.map(([name]) => name)], rows };
  });
  const fields = TEXT_FIELDS.filter((field) => all.fields[field].exactFields.of > 0).map((field) =>
    Array.of<string>(field).concat(
      TEXT_MEASURES.map((measure) => TEXT_FORMATS[measure][1](all.fields[field][measure])),
    ),
  );
  const fieldColumns = ["", ...TEXT_MEASURES.map((measure) => TEXT_FORMATS[measure][0])];
  const tables = [...groups, { heading: "Text fields", columns: fieldColumns, rows: fields }];
  return tables.filter((table) => table.rows.length > 0);
}
