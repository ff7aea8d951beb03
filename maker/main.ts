import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import type { ReportOptions } from "./content/draw-report.ts";
import { SCAN_PROFILES } from "./effects/scan-profiles.ts";
import { makeReport, type MadeFixture, type ReportRequest } from "./make-report.ts";
import { makeReportPair } from "./make-report-pair.ts";
import { makeRuledTable } from "./make-ruled-table.ts";
import { type DesignOptions, type PageBreakStyle, RULE_DESIGNS } from "./typeset/table-design.ts";
import { writePdf } from "./write-pdf.ts";

const KINDS = ["hr", "hr-pair", "ruled-table"] as const;
const PAGE_BREAKS = [
  "cut-open",
  "cut-closed",
  "repeat-heading",
  "keep-rows",
] as const satisfies PageBreakStyle[];

interface CommandOptions {
  readonly out: string;
  readonly count: number;
  readonly first: number;
  readonly seed: string;
  readonly profile: string;
  readonly kind: (typeof KINDS)[number];
  readonly font?: string;
  readonly rules?: string;
  readonly size?: number;
  readonly pageBreak?: PageBreakStyle;
  readonly digits?: "thai" | "arabic";
  readonly marks?: "yes" | "no";
  readonly policies?: number;
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("expected a whole number from 1");
  return count;
}

function parseProfile(name: string): string {
  if (name === "random" || SCAN_PROFILES.has(name)) return name;
  throw new InvalidArgumentError(`expected random or one of ${[...SCAN_PROFILES.keys()].join(", ")}`);
}

function readOptions(): CommandOptions {
  const command = new Command("make-fixtures")
    .description("Makes scanned documents with the values that must be read from them, each from its seed.")
    .requiredOption("--out <dir>", "folder to write to: one folder for each document")
    .option("--count <n>", "how many documents", parseCount, 1)
    .option("--first <n>", "number of the first document", parseCount, 1)
    .option("--seed <text>", "seed; document n of a seed is always the same", "1")
    .option("--profile <name>", "scan profile, or random", parseProfile, "random")
    .addOption(new Option("--kind <kind>", "kind of document").choices(KINDS).default("hr"))
    .option("--font <family>", "font family, e.g. Sarabun")
    .addOption(new Option("--rules <name>", "which rules tables have").choices([...RULE_DESIGNS.keys()]))
    .option("--size <pt>", "size of the text in points of TH Sarabun", Number)
    .addOption(new Option("--page-break <style>", "how rows go over a page's end").choices(PAGE_BREAKS))
    .addOption(new Option("--digits <kind>", "digits of the report").choices(["thai", "arabic"]))
    .addOption(new Option("--marks <answer>", "whether the report has mark columns").choices(["yes", "no"]))
    .option("--policies <n>", "number of policies in a report", parseCount)
    .showHelpAfterError();
  return command.parse().opts<CommandOptions>();
}

function toRequest(options: CommandOptions, seed: string): ReportRequest {
  const content: ReportOptions = {
    ...(options.digits === undefined ? {} : { digits: options.digits }),
    ...(options.marks === undefined ? {} : { hasMarks: options.marks === "yes" }),
    ...(options.policies === undefined ? {} : { policyCount: options.policies }),
  };
  const design: DesignOptions = {
    ...(options.font === undefined ? {} : { familyName: options.font }),
    ...(options.rules === undefined ? {} : { ruleName: options.rules }),
    ...(options.size === undefined ? {} : { sizePt: options.size }),
    ...(options.pageBreak === undefined ? {} : { pageBreak: options.pageBreak }),
  };
  return { seed, profile: options.profile, content, design };
}

const MAKERS = {
  hr: makeReport,
  "hr-pair": makeReportPair,
  "ruled-table": makeRuledTable,
} as const satisfies Record<CommandOptions["kind"], (request: ReportRequest) => MadeFixture<unknown>>;

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

const options = readOptions();
for (let number = options.first; number < options.first + options.count; number += 1) {
  const name = `${options.seed}-${number}`;
  const started = performance.now();
  const made: MadeFixture<unknown> = MAKERS[options.kind](toRequest(options, name));
  const pdf = await writePdf(made.images, made.profile.dpi, made.profile.storage);
  const folder = join(options.out, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "scan.pdf"), pdf);
  writeFileSync(join(folder, "expected.json"), toJson(made.expected));
  writeFileSync(join(folder, "grid.json"), toJson({ pages: made.grids }));
  const { out: _out, count: _count, first: _first, ...chosen } = options;
  writeFileSync(
    join(folder, "options.json"),
    toJson({ ...chosen, seed: name, choices: made.choices, profile: made.profile }),
  );
  const secondsAPage = (performance.now() - started) / 1000 / made.images.length;
  process.stdout.write(
    `${folder}: ${made.images.length} pages, ${made.profile.name}, ` +
      `${Math.round(pdf.length / 1024)} kB, ${secondsAPage.toFixed(2)} s a page\n`,
  );
}
