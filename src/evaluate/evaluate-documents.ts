import { MEASURES, sumEvaluations } from "./evaluation.ts";
import type { Evaluation, Measure } from "./evaluation.ts";
import { listDifferences } from "./list-differences.ts";
import { matchRecords } from "./match-records.ts";
import { measureConfidence } from "./measure-confidence.ts";
import { measureDocument, measureDocumentConfidence } from "./measure-document.ts";
import { measureTable } from "./measure-table.ts";
import { TEXT_MEASURES, measureText } from "./measure-text.ts";
import type { TextMeasure } from "./measure-text.ts";
import { amountsOfExtraRecord, measureValues } from "./measure-values.ts";
import { pairDocuments } from "./pair-documents.ts";
import { TEXT_FIELDS } from "./record-fields.ts";
import type { TextField } from "./record-fields.ts";
import { oneCase, sumTallies } from "./tally.ts";
import type { Tallies } from "./tally.ts";
import type { JudgedDocument, JudgedRecord } from "./truth.ts";

/** Measures the documents of one extraction against those of its truth, as the output contract defines it. */
export function evaluateDocuments(
  expected: readonly JudgedDocument[],
  found: readonly JudgedDocument[],
): Evaluation {
  const expectedRecords = recordsInOrder(expected);
  const foundRecords = recordsInOrder(found);
  const match = matchRecords(
    expectedRecords.map((entry) => entry.record),
    foundRecords.map((entry) => entry.record),
  );
  const foundFor = new Map(match.pairs.map((pair) => [pair.expected, foundRecords[pair.found]!]));
  const records = expectedRecords.map((entry, index) =>
    evaluateRecord(entry.record, foundFor.get(index)?.record ?? null),
  );
  const surplus = [...match.doubled, ...match.extra].map((index) =>
    evaluateSurplus(foundRecords[index]!.record),
  );
  const partners = pairDocuments(
    expected.length,
    found.length,
    match.pairs.map((pair) => ({
      expected: expectedRecords[pair.expected]!.documentIndex,
      found: foundRecords[pair.found]!.documentIndex,
    })),
  );
  const documents = expected.map((document, index) => {
    const partner = partners[index] ?? null;
    return evaluateDocument(document, partner === null ? null : found[partner]!);
  });
  const counts = evaluation({
    doubled: { count: match.doubled.length, of: foundRecords.length },
    extra: { count: match.extra.length, of: foundRecords.length },
  });
  return sumEvaluations([...documents, ...records, ...surplus, counts]);
}

interface PlacedRecord {
  readonly record: JudgedRecord;
  readonly documentIndex: number;
}

function recordsInOrder(documents: readonly JudgedDocument[]): readonly PlacedRecord[] {
  return documents.flatMap((document, documentIndex) =>
    document.records.map((record) => ({ record, documentIndex })),
  );
}

function evaluateRecord(expected: JudgedRecord, found: JudgedRecord | null): Evaluation {
  const fields = TEXT_FIELDS.filter((field) => expected[field] !== undefined).map(
    (field) =>
      [
        field,
        measureText(expected[field] ?? null, found === null ? undefined : (found[field] ?? null)),
      ] as const,
  );
  return {
    ...evaluation(
      {
        activities: oneCase(found !== null),
        ...measureValues(expected, found),
        ...measureConfidence(expected, found),
        ...sumTallies(
          TEXT_MEASURES,
          fields.map(([, tallies]) => tallies),
        ),
      },
      Object.fromEntries(fields),
    ),
    differences: listDifferences(expected, found),
  };
}

function evaluateSurplus(found: JudgedRecord): Evaluation {
  return {
    ...evaluation({ silentErrors: amountsOfExtraRecord(found), ...measureConfidence(null, found) }),
    differences: listDifferences(null, found),
  };
}

function evaluateDocument(expected: JudgedDocument, found: JudgedDocument | null): Evaluation {
  const tables = (expected.tables ?? []).map((table, index) => measureTable(table, found?.tables?.[index]));
  return sumEvaluations([
    evaluation(measureDocument(expected, found)),
    ...tables.map((tallies) => evaluation(tallies)),
    ...(found === null
      ? []
      : measureDocumentConfidence(expected, found).map((tallies) => evaluation(tallies))),
  ]);
}

/** An evaluation that holds these measures and no others. */
function evaluation(
  measures: Partial<Tallies<Measure>>,
  fields: Partial<Record<TextField, Tallies<TextMeasure>>> = {},
): Evaluation {
  const field = (name: TextField): Tallies<TextMeasure> => sumTallies(TEXT_MEASURES, [fields[name] ?? {}]);
  return {
    measures: sumTallies(MEASURES, [measures]),
    fields: Object.fromEntries(TEXT_FIELDS.map((name) => [name, field(name)])) as Evaluation["fields"],
    differences: [],
  };
}
