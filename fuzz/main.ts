import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fuzz, fuzzAlone, type Engines } from "./run/fuzz.ts";
import { makeCase } from "./run/fuzz-case.ts";
import { renderReport } from "./run/render-report.ts";
import { createExtractor, type RunSettings } from "./run/run-extract.ts";
import { listSeeds } from "./seeds/list-seeds.ts";

const HELP = `npm run fuzz -- --seed S --count N     spoil N small files and see that nothing breaks

  --engine recorded|real|both   both: one batch in five with the real recognizer (default: recorded)
  --work DIR                    where it works and keeps what broke (default: a folder for temporary files)
  --state FILE                  what is done; the same call goes on where it was ended (default: in --work)
  --minutes M                   begin nothing after M minutes
  --report FILE                 write the figures to this file
  --page-timeout SECONDS        what a page may take (default: 60; with the real recognizer 180)
  --case S:I --keep DIR         make the file of case I of seed S in DIR and run it alone
  --seeds DIR                   write the seed files to DIR

Exit code 1 where a rule was broken.`;

const INTERRUPTED = 130;
const MS_PER_MINUTE = 60_000;
const MS_PER_SECOND = 1_000;
/** Generous, since what else runs on the machine counts as well; with the real recognizer what `extract` allows. */
const PAGE_TIMEOUT_SECONDS = { recorded: 60, real: 180, both: 180 } as const;
/** Three pages of a batch may take all their time, twice. */
const BATCH_TIMEOUT_IN_PAGES = 6;
/** A page of a tenth of a megapixel with the recognizer takes 300 MiB; a page at the limit of pixels 1.3 GiB. */
const PEAK_RSS_LIMIT_MIB = 2_048;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "160" },
    engine: { type: "string", default: "recorded" },
    work: { type: "string", default: join(tmpdir(), "raingan-fuzz") },
    state: { type: "string" },
    minutes: { type: "string" },
    report: { type: "string" },
    "page-timeout": { type: "string" },
    case: { type: "string" },
    keep: { type: "string" },
    seeds: { type: "string" },
    help: { type: "boolean", short: "h" },
  },
});

const ENGINES: ReadonlySet<string> = new Set(["recorded", "real", "both"]);

async function main(): Promise<number> {
  if (values.help === true || !ENGINES.has(values.engine)) {
    console.log(HELP);
    return values.help === true ? 0 : 2;
  }
  const engines = values.engine as Engines;
  const seeds = await listSeeds();
  if (values.seeds !== undefined) {
    mkdirSync(values.seeds, { recursive: true });
    for (const { name, fileName, bytes } of seeds) {
      writeFileSync(join(values.seeds, fileName.startsWith(".") ? `${name}${fileName}` : fileName), bytes);
    }
    return 0;
  }
  const pageTimeoutSeconds = Number(values["page-timeout"] ?? PAGE_TIMEOUT_SECONDS[engines]);
  const workFolder = resolve(values.work);
  const settings: RunSettings = {
    workFolder,
    pageTimeoutSeconds,
    batchTimeoutMs: pageTimeoutSeconds * BATCH_TIMEOUT_IN_PAGES * MS_PER_SECOND,
    peakRssLimitMiB: PEAK_RSS_LIMIT_MIB,
  };
  if (values.case !== undefined) return runCase(values.case, seeds, engines, settings);
  const { seed } = values;
  const records = await fuzz(
    {
      seed,
      count: Number(values.count),
      engines,
      statePath: resolve(values.state ?? join(workFolder, `state-${seed}-${engines}.jsonl`)),
      endMs:
        values.minutes === undefined ? Infinity : performance.now() + Number(values.minutes) * MS_PER_MINUTE,
    },
    seeds,
    settings,
    (line) => console.log(line),
  );
  const report = renderReport(records);
  if (values.report !== undefined) writeFileSync(values.report, report);
  console.log(report);
  return records.some(({ breaches }) => breaches.length > 0) ? 1 : 0;
}

async function runCase(
  name: string,
  seeds: Awaited<ReturnType<typeof listSeeds>>,
  engines: Engines,
  settings: RunSettings,
): Promise<number> {
  const at = name.lastIndexOf(":");
  const entry = makeCase(name.slice(0, at), Number(name.slice(at + 1)), seeds);
  console.log(`${name}: ${entry.seedName}, ${entry.mutations.join(", ")}, ${entry.bytes.length} bytes`);
  if (values.keep !== undefined) {
    mkdirSync(values.keep, { recursive: true });
    writeFileSync(join(values.keep, entry.fileName), entry.bytes);
  }
  const workFolder = join(settings.workFolder, "alone");
  const own = { ...settings, workFolder };
  const tools = { extractor: createExtractor(seeds, own), seeds, settings: own };
  const { outcomes, breaches, wallMs, peakRssMiB } = await fuzzAlone(entry, engines, tools);
  console.log(`${outcomes[0]?.outcome ?? "none"}; ${(wallMs / 1000).toFixed(1)} s, ${peakRssMiB} MiB`);
  for (const { rule, detail } of breaches) console.log(`${rule}: ${detail}`);
  return breaches.length > 0 ? 1 : 0;
}

// Ends what it watches as well.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(INTERRUPTED));
process.exitCode = await main();
