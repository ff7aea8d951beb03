import type { Dictionaries } from "../../src/repair/load-dictionaries.ts";
import { repairReport } from "../../src/repair/repair-report.ts";
import { resolveOrganization } from "../../src/repair/resolve-organization.ts";
import type { TextReader } from "./engine-noise.ts";
import { makeTextReport } from "./made-report.ts";
import { countOffice, countRecord, noFigures, type RepairFigures, TEXT_FIELDS } from "./repair-figures.ts";

/** Repairs made reports, each of another office, read with `noiseOf` its seed, and compares with what they say. */
export function measureMade(
  seeds: readonly string[],
  noiseOf: (seed: string) => TextReader,
  dictionaries: Dictionaries,
): RepairFigures {
  const figures = noFigures();
  for (const seed of seeds) {
    const { truth, records, title, titleEvidence, coverLines, titleLines, pages } = makeTextReport(
      seed,
      noiseOf(seed),
    );
    const mentions = records.flatMap((record) =>
      TEXT_FIELDS.slice(1).flatMap((field) => (record[field] === null ? [] : [record[field]])),
    );
    const started = process.cpuUsage();
    const office = resolveOrganization({ coverLines, titleLines, mentions }, dictionaries);
    const repaired = repairReport(
      {
        title,
        titleEvidence,
        records,
        pages,
        organization: office.organization,
        remarks: office.remarks,
      },
      dictionaries,
    );
    figures.cpuMs += process.cpuUsage(started).user / 1000;
    countOffice(figures, office.organization, truth);
    repaired.records.forEach((record, index) =>
      countRecord(figures, record, truth.records[index]!, dictionaries.costs),
    );
  }
  return figures;
}
