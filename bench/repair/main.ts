/**
 * Measures repair: on clean text (it must change nothing), on reports of many offices with the engine's errors as
 * they were counted, and on scans that are really read. Run with `npm run bench-repair`; prints Markdown.
 *
 * `--work FOLDER` makes scans of small reports of as many offices, reads them, and keeps the readings: it takes
 * some ten seconds a report once, goes on where it was stopped, and measures what is there in seconds.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeRandom } from "../../maker/random.ts";
import { withTools } from "../../src/cli/run-tools.ts";
import { confusionDictionarySchema } from "../../src/repair/dictionary-schema.ts";
import { loadDictionaries } from "../../src/repair/load-dictionaries.ts";
import { packageRoot } from "../../src/run/default-model-path.ts";
import { makeEngineNoise, readAsPrinted } from "./engine-noise.ts";
import { measureMade } from "./measure-made.ts";
import { measureReadings } from "./measure-readings.ts";
import { measureScan } from "./measure-scan.ts";
import { readScannedReports, savedReadings } from "./read-scanned-reports.ts";
import type { RepairFigures } from "./repair-figures.ts";

const SCANS = ["phaising-2566", "thalo-2566"];
/** The engine on made documents, and three times as bad. */
const FACTORS = [1, 3];
/** About a full page of such a report. */
const PAGE_CHARACTERS = 1400;

const { values } = parseArgs({
  options: {
    reports: { type: "string", default: "200" },
    examples: { type: "boolean", default: false },
    "no-scans": { type: "boolean", default: false },
    seed: { type: "string", default: "repair" },
    work: { type: "string" },
    workers: { type: "string", default: "1" },
    "only-readings": { type: "boolean", default: false },
  },
});
const root = packageRoot();
const confusionsPath = join(root, "dictionaries", "confusions.json");
const { measured } = confusionDictionarySchema.parse(JSON.parse(readFileSync(confusionsPath, "utf8")));
if (measured === undefined)
  throw new Error(`${confusionsPath} has no measured part: npm run build-confusions`);

const started = process.cpuUsage();
const dictionaries = loadDictionaries();
const loaded = process.cpuUsage(started);
const seeds = Array.from({ length: Number(values.reports) }, (_, index) => `${values.seed}-${index + 1}`);
const percent = (count: number, of: number): string => `${((100 * count) / of).toFixed(2)} %`;
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const sayExamples = (examples: readonly string[]): void => {
  if (values.examples) for (const example of examples) say(`    ${example}`);
};

say(
  "| made reports | errors read | repaired | office | district | province | repairs | wrong | suggested | touched |",
);
say("|---|---|---|---|---|---|---|---|---|---|");
const sayMade = (name: string, made: RepairFigures): void => {
  const { reports, right, wrong, characters } = made;
  const cells = [
    `${reports} ${name}`,
    percent(made.errorsBefore, characters),
    percent(made.errorsAfter, characters),
    ...[made.offices, made.districts, made.provinces].map((count) => percent(count, reports)),
    String(right + wrong),
    right + wrong === 0 ? "0" : `${wrong} (${percent(wrong, right + wrong)})`,
    String(made.suggestions),
    String(made.touched),
  ];
  say(`| ${cells.join(" | ")} |`);
  sayExamples(made.examples);
};
if (values.work !== undefined) {
  const workers = Number(values.workers);
  await readScannedReports(values.work, seeds, workers, (seed, pageCount) => {
    process.stderr.write(`${seed}: ${pageCount} pages read\n`);
  });
  const made = measureReadings(savedReadings(values.work, seeds), dictionaries);
  sayMade("scanned and read", made);
  say("");
  say(`${made.unlike} fields are no readings of what is printed there (lost rows) and were not compared.`);
}
if (!values["only-readings"]) {
  const clean = measureMade(seeds, () => readAsPrinted, dictionaries);
  sayMade("clean", clean);
  for (const factor of FACTORS) {
    const noiseOf = (seed: string) => makeEngineNoise(measured, factor, makeRandom(`${seed}/noise`));
    sayMade(`with errors as counted, ${factor}-fold`, measureMade(seeds, noiseOf, dictionaries));
  }
  say("");
  const cpuMsPerPage = (clean.cpuMs / clean.characters) * PAGE_CHARACTERS;
  say(`Dictionaries load in ${((loaded.user + loaded.system) / 1000).toFixed(0)} ms of CPU.`);
  say(
    `Repair takes ${cpuMsPerPage.toFixed(1)} ms of CPU a page of ${PAGE_CHARACTERS} characters, the office included.`,
  );
  say("");
}

if (!values["no-scans"] && !values["only-readings"]) {
  say("| scan | as read | normalized | repaired | repairs | wrong |");
  say("|---|---|---|---|---|---|");
  await withTools({ workers: 1 }, new AbortController().signal, async (tools) => {
    for (const name of SCANS) {
      const folder = join(root, "fixtures", name);
      const scan = await measureScan(name, join(folder, "scan.pdf"), join(folder, "expected.json"), tools);
      const { characters, right, wrong } = scan;
      const rates = [scan.asRead, scan.normalized, scan.repaired].map((errors) =>
        percent(errors, characters),
      );
      say(`| ${[`\`${name}\``, ...rates, String(right + wrong), String(wrong)].join(" | ")} |`);
      sayExamples(scan.examples);
    }
  });
}
