import { hrPolicyReport } from "../../pipelines/hr-policy-report.ts";
import { matchRecords } from "../../src/evaluate/match-records.ts";
import { isHrPolicyDocument } from "../../src/model/extraction.ts";
import type { Dictionaries } from "../../src/repair/load-dictionaries.ts";
import type { SavedReading } from "./read-scanned-reports.ts";
import { countOffice, countRecord, noFigures, type RepairFigures } from "./repair-figures.ts";

/** The evaluation takes any truth file, parsed and thus open to change. */
type JudgedRecords = Parameters<typeof matchRecords>[0];

/** Assembles and repairs scanned reports as they were read, and compares with what they say. */
export function measureReadings(
  readings: readonly SavedReading[],
  dictionaries: Dictionaries,
): RepairFigures {
  const figures = noFigures();
  for (const { seed, sha256, pages, truth } of readings) {
    const started = process.cpuUsage();
    const context = { sha256, fileName: `${seed}.pdf`, knowsThaiDigits: true, dictionaries };
    const [document] = hrPolicyReport.assemble(pages, context).documents;
    figures.cpuMs += process.cpuUsage(started).user / 1000;
    const first = figures.examples.length;
    countOffice(figures, document?.organization ?? null, truth);
    if (document !== undefined && isHrPolicyDocument(document)) {
      for (const pair of matchRecords(
        truth.records as JudgedRecords,
        document.records as unknown as JudgedRecords,
      ).pairs) {
        countRecord(
          figures,
          document.records[pair.found]!,
          truth.records[pair.expected]!,
          dictionaries.costs,
        );
      }
    }
    for (let index = first; index < figures.examples.length; index++) {
      figures.examples[index] = `${seed}: ${figures.examples[index]}`;
    }
  }
  return figures;
}
