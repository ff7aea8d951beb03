import { findDates } from "../../src/normalize/find-dates.ts";
import type { Dictionaries } from "../../src/repair/load-dictionaries.ts";
import { repairReport } from "../../src/repair/repair-report.ts";
import { resolveOrganization } from "../../src/repair/resolve-organization.ts";
import { editDistance } from "../../src/evaluate/edit-distance.ts";
import { foldText } from "../../src/evaluate/fold-text.ts";
import { judgeRepairs } from "./judge-repairs.ts";
import { evidenceOf, makeTextReport, TEXT_FIELDS } from "./made-report.ts";

/** What repair did to a number of reports. */
export interface MadeFigures {
  reports: number;
  offices: number;
  districts: number;
  provinces: number;
  right: number;
  wrong: number;
  suggestions: number;
  characters: number;
  errorsBefore: number;
  errorsAfter: number;
  /** Texts whose digits, dates or persons are not as they were read. */
  touched: number;
  cpuMs: number;
  examples: string[];
}

/** นายช่าง, นายก, นายอำเภอ and นายทะเบียน are posts. */
const PERSON = /(?<=\n[^ ]{0,14}(?:นาย(?!ช่าง|ก|อำเภอ|ทะเบียน|แพทย์|ตรวจ)|นางสาว|นาง|ร้อยตรี ))[^\s]+ [^\s]+/gu;

/** Digits, dates and names of persons: what no dictionary may change. */
function untouchables(text: string): string {
  return JSON.stringify([
    text.match(/[0-9๐-๙]+/gu),
    findDates(text).value.map((date) => date.iso),
    text.match(PERSON),
  ]);
}

/** Repairs made reports, each of another office, read with `noiseOf` its seed, and compares with what they say. */
export function measureMade(
  seeds: readonly string[],
  noiseOf: (seed: string) => (text: string) => string,
  dictionaries: Dictionaries,
): MadeFigures {
  const figures: MadeFigures = {
    reports: seeds.length,
    offices: 0,
    districts: 0,
    provinces: 0,
    right: 0,
    wrong: 0,
    suggestions: 0,
    characters: 0,
    errorsBefore: 0,
    errorsAfter: 0,
    touched: 0,
    cpuMs: 0,
    examples: [],
  };
  for (const seed of seeds) {
    const { truth, records, title, coverLines, titleLines } = makeTextReport(seed, noiseOf(seed));
    const mentions = records.flatMap((record) =>
      TEXT_FIELDS.slice(1).flatMap((field) => (record[field] === null ? [] : [record[field]])),
    );
    const started = process.cpuUsage();
    const office = resolveOrganization({ coverLines, titleLines, mentions }, dictionaries);
    const repaired = repairReport(
      {
        title,
        titleEvidence: evidenceOf(title),
        records,
        organization: office.organization,
        remarks: office.remarks,
      },
      dictionaries,
    );
    figures.cpuMs += process.cpuUsage(started).user / 1000;
    figures.offices += Number(office.organization.name === truth.organization.name);
    figures.districts += Number(office.organization.district === truth.organization.district);
    figures.provinces += Number(office.organization.province === truth.organization.province);
    repaired.records.forEach((record, index) => {
      for (const field of TEXT_FIELDS) {
        const expected = truth.records[index]![field];
        const evidence = record.evidence[field]!;
        const [read, now] = [foldText(evidence.observed), foldText(record[field])];
        const printed = foldText(expected);
        figures.characters += printed.length;
        if (expected !== evidence.observed) figures.errorsBefore += editDistance(printed, read);
        if (expected !== record[field]) figures.errorsAfter += editDistance(printed, now);
        figures.suggestions += evidence.repairs.filter(({ applied }) => !applied).length;
        if (evidence.observed !== null && untouchables(evidence.observed) !== untouchables(record[field]!)) {
          figures.touched += 1;
          figures.examples.push(`touched: ${evidence.observed} => ${record[field]}`);
        }
        const verdict = judgeRepairs(expected, evidence);
        figures.right += verdict.right;
        figures.wrong += verdict.wrong;
        figures.examples.push(...verdict.examples);
      }
    });
  }
  return figures;
}
