import { readFileSync } from "node:fs";
import { isFieldRight, isTextField } from "../src/evaluate/record-fields.ts";
import { matchRecords } from "../src/evaluate/match-records.ts";
import { readJudgedFile } from "../src/evaluate/read-judged-file.ts";
import { ERRORS_PER_DOUBT, ERRORS_PER_SYMBOL, HIGHEST } from "../src/assemble/field-confidence.ts";

/** A text field: its expected errors by today's formula taken apart, and whether it is exactly right. */
interface Observation {
  readonly doubt: number;
  readonly symbols: number;
  readonly isRight: boolean;
}

const USAGE = `Fits the constants of src/assemble/field-confidence.ts to extractions whose truth is known.
Usage: node bench/fit-field-confidence.ts EXTRACTION=EXPECTED...`;

function observe(pair: string): Observation[] {
  const [foundPath, expectedPath] = pair.split("=");
  if (foundPath === undefined || expectedPath === undefined) throw new Error(USAGE);
  const read = (path: string) => readJudgedFile(JSON.parse(readFileSync(path, "utf8")));
  const expected = read(expectedPath).flatMap((document) => document.records ?? []);
  const found = read(foundPath).flatMap((document) => document.records ?? []);
  return matchRecords(expected, found).pairs.flatMap((match) => {
    const [truth, record] = [expected[match.expected]!, found[match.found]!];
    return Object.entries(record.evidence ?? {}).flatMap(([field, evidence]): Observation[] => {
      if (!isTextField(field) || field === "policyTitle") return [];
      const text = record[field] ?? "";
      const symbols = Array.from(text).filter((character) => character.trim() !== "").length;
      if (symbols === 0 || evidence.confidence === 0) return [];
      const expectedErrors = -Math.log(Math.min(1, evidence.confidence / HIGHEST));
      const doubt = Math.max(0, expectedErrors - ERRORS_PER_SYMBOL * symbols) / ERRORS_PER_DOUBT;
      return [{ doubt, symbols, isRight: isFieldRight(field, truth, record) }];
    });
  });
}

function logLikelihood(all: readonly Observation[], perDoubt: number, perSymbol: number): number {
  return all.reduce((sum, { doubt, symbols, isRight }) => {
    const sure = Math.min(0.999, HIGHEST * Math.exp(-perDoubt * doubt - perSymbol * symbols));
    return sum + Math.log(isRight ? Math.max(sure, 1e-9) : 1 - sure);
  }, 0);
}

const observations = process.argv.slice(2).flatMap(observe);
if (observations.length === 0) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  let best = { perDoubt: 0, perSymbol: 0, score: -Infinity };
  for (let perDoubt = 0.5; perDoubt <= 30; perDoubt += 0.5) {
    for (let perSymbol = 0; perSymbol <= 0.005; perSymbol += 0.0001) {
      const score = logLikelihood(observations, perDoubt, perSymbol);
      if (score > best.score) best = { perDoubt, perSymbol, score };
    }
  }
  const right = observations.filter(({ isRight }) => isRight).length;
  process.stdout.write(
    `${observations.length} text fields, ${right} exactly right\n` +
      `ERRORS_PER_DOUBT ${best.perDoubt}, ERRORS_PER_SYMBOL ${best.perSymbol.toFixed(4)}\n` +
      `log likelihood ${best.score.toFixed(1)}, today's constants ${logLikelihood(observations, ERRORS_PER_DOUBT, ERRORS_PER_SYMBOL).toFixed(1)}\n`,
  );
}
