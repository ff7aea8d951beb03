import { Command } from "commander";
import { EXIT_CODE_HELP } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import type { EvaluateOptions } from "./evaluate-command.ts";
import type { ExtractOptions } from "./extract-command.ts";
import { packageVersion } from "./package-version.ts";
import { parseCount, parseCountTo } from "./parse-count.ts";
import { printableLines } from "./printable.ts";

/** More processes than any machine has cores for would only fill its memory. */
const MOST_WORKERS = 64;
/** A day. Timers of the system cannot be set for longer than 24 of them, and go off at once then. */
const LONGEST_PAGE_TIMEOUT_S = 86_400;

/** What is no option of the command line. */
export interface ProgramSettings {
  /** Another module in place of the one that reads pages. */
  readonly pageWorker?: URL;
}

/** The command line. What a command does is loaded when it is asked for, so that `--help` answers at once. */
export function buildProgram(endWith: (exitCode: ExitCode) => void, settings: ProgramSettings = {}): Command {
  const program = new Command("raingan")
    .description(
      "Turns scanned Thai local-government reports (รายงาน) into records: JSON with evidence for every field.",
    )
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand(false)
    .configureOutput({ outputError: (text, write) => write(printableLines(text)) })
    .configureHelp({ showGlobalOptions: false })
    .exitOverride()
    .addHelpText("after", `\n${EXIT_CODE_HELP}`);

  withRunOptions(program.command("extract"))
    .summary("turn scanned reports, or their transcripts, into JSON")
    .description(
      "Reads scanned reports (PDF, TIFF, PNG or JPEG) or transcripts of them that another engine made (text with " +
        "tab-separated rows, Markdown or HTML tables), and writes one JSON document for each.",
    )
    .argument("<file...>", "the scans or transcripts; what a file is shows from its content")
    .option(
      "-o, --out <dir>",
      "write <dir>/<name>.json for each file; without it, one file goes to standard output",
    )
    .option(
      "-p, --pipeline <name>",
      "the recipe to read them with; `raingan pipelines` lists all",
      "hr-policy-report",
    )
    .option("--overlay", "draw what was found over each page: <dir>/<name>-overlay/page-001.png")
    .option(
      "--replace",
      "write also over results of other files, and over what is no result; never over a file to be read",
    )
    .option("--pages <list>", "read only these pages: 2-5 or 1,4,7-")
    .option("--no-repair", "leave every text as it was read; names found exactly keep their codes")
    .addHelpText(
      "after",
      `
Examples:
  raingan extract report.pdf > report.json
  raingan extract scans/*.pdf --out records
  raingan extract report.pdf --out records --overlay --pages 2-5
  raingan extract tariff.pdf --pipeline ruled-table --out tables
  raingan extract transcript.txt > report.json
  raingan extract report.pdf --no-repair > as-read.json

A transcript's evidence has no boxes, as text has no place on paper; it cites lines of the transcript instead.

Files of the same name get their folder's name in front (a/scan.pdf, b/scan.pdf: a-scan.json, b-scan.json).
A result of the same scan that is there already is replaced once the new one is complete. What else has the name of a
result is kept, and the file that it stands in the way of is not read, unless --replace is given.

${EXIT_CODE_HELP}`,
    )
    .action(async (files: string[], options: ExtractOptions) => {
      const { extractCommand } = await import("./extract-command.ts");
      endWith(await extractCommand(files, { ...options, ...settings }));
    });

  withRunOptions(program.command("evaluate"))
    .summary("compare extractions with the truth")
    .description(
      "Compares extractions with expected files and prints how right they are. A scan is extracted first. " +
        "Without arguments, all documents under fixtures/ are evaluated.",
    )
    .argument("[file...]", "extractions (.json) or scans; write FILE=TRUTH to name the expected file of one")
    .option(
      "-e, --expected <path>",
      "an expected file, or a folder with <name>.expected.json, <name>.json or <name>/expected.json for each file",
    )
    .option("-p, --pipeline <name>", "the recipe for scans; by default what the expected file is of")
    .option("-m, --markdown", "print Markdown tables")
    .option("-d, --differences", "list every field that differs, expected above found")
    .option("-c, --confusions <count>", "list the most frequent character errors", parseCount)
    .option("-k, --keep <dir>", "keep the extractions of scans in this folder")
    .option("--replace", "keep them also in place of what else has their names there")
    .addHelpText(
      "after",
      `
Examples:
  raingan evaluate records/report.json --expected truth/report.json
  raingan evaluate records/*.json --expected truth
  raingan evaluate scans/a.pdf=truth/a.json scans/b.pdf=truth/b.json --differences
  raingan evaluate --markdown

An expected file has the form of an extraction; what it leaves out is not measured, and null means that the print
has nothing there. Without --expected, <name>.expected.json or expected.json beside each file is taken.

${EXIT_CODE_HELP}`,
    )
    .action(async (files: string[], options: EvaluateOptions) => {
      const { evaluateCommand } = await import("./evaluate-command.ts");
      endWith(await evaluateCommand(files, { ...options, ...settings }));
    });

  program
    .command("explain")
    .summary("say how a field came about")
    .description(
      "Says of an extraction what was read, what was changed or suggested, by which rule and how sure, and where it stands.",
    )
    .argument("<extraction>", "a JSON file that `raingan extract` has written")
    .argument(
      "[record]",
      "office, or a record: its id, the end of it (2-1), or policy and activity number (2.1)",
    )
    .argument(
      "[field]",
      "only this field: policyTitle, result, … of a record; name, district, title, … of the office",
    )
    .option("--dictionaries <dir>", "the own dictionaries that it was extracted with")
    .addHelpText(
      "after",
      `
Examples:
  raingan explain report.json                the office, and which records have repairs or remarks
  raingan explain report.json office name
  raingan explain report.json 2.1
  raingan explain report.json 2.1 result

${EXIT_CODE_HELP}`,
    )
    .action(
      async (
        file: string,
        record: string | undefined,
        field: string | undefined,
        options: { readonly dictionaries?: string },
      ) => {
        const { explainCommand } = await import("./explain-command.ts");
        endWith(await explainCommand(file, record, field, options));
      },
    );

  program
    .command("pipelines")
    .description("list the recipes")
    .addHelpText("after", "\nExample:\n  raingan extract tariff.pdf --pipeline ruled-table")
    .action(async () => {
      const { PIPELINES } = await import("../../pipelines/registry.ts");
      for (const { name, description } of PIPELINES)
        process.stdout.write(`${name.padEnd(20)}${description}\n`);
    });

  program
    .command("doctor")
    .description(
      "check that everything that reading needs is there, and say which model and dictionaries are in force",
    )
    .option(
      "--model <file>",
      "check this recognition model (.traineddata) instead of the one that comes along",
    )
    .option("--dictionaries <dir>", "check these own dictionaries as well")
    .addHelpText("after", "\nExamples:\n  raingan doctor\n  raingan doctor --dictionaries our-words")
    .action(async (options: { readonly model?: string; readonly dictionaries?: string }) => {
      const { doctorCommand } = await import("./doctor-command.ts");
      endWith(await doctorCommand(options));
    });

  addDictionaryCommands(program, endWith);
  return program;
}

/** The commands for an office's own names and wordings. */
function addDictionaryCommands(program: Command, endWith: (exitCode: ExitCode) => void): void {
  const dictionaries = program
    .command("dictionaries")
    .description("look after a folder of own dictionaries")
    .helpCommand(false);
  dictionaries
    .command("check")
    .description("say what a folder holds, or which lines of its files are wrong")
    .argument("<dir>", "the folder")
    .addHelpText(
      "after",
      `
A folder may hold these files, as CSV with the column names in the first line or as JSON (an array of objects):
  offices            officeCode, name, district, province
  places             code, name            another spelling of a place, or a new sub-district
  policy-headings    title, id             id: the policy it stands for; left out for a policy of your own
  column-headings    heading, role         role: activity, target, result, issues, … or other
  phrases            phrase                set phrases of your reports
  abbreviations      form, meaning, contexts   contexts: words nearby, parted by |

Examples:
  raingan dictionaries check our-words
  raingan extract report.pdf --dictionaries our-words

${EXIT_CODE_HELP}`,
    )
    .action(async (folder: string) => {
      const { checkDictionariesCommand } = await import("./dictionaries-command.ts");
      endWith(checkDictionariesCommand(folder));
    });

  const offices = program
    .command("offices")
    .description("look after the list of offices that reports come from")
    .helpCommand(false);
  offices
    .command("import")
    .description("make offices.csv of an own-dictionary folder from an official roster")
    .argument(
      "<roster>",
      "a CSV file with name and province, perhaps code, kind and district, of each office",
    )
    .option("-o, --out <dir>", "the own-dictionary folder", "raingan-dictionaries")
    .option("--replace", "write over an offices.csv that is there already and differs")
    .addHelpText(
      "after",
      `
The header may be Thai or English (รหัส อปท., ชื่อ อปท., ประเภท, อำเภอ, จังหวัด; code, name, type, district, province),
with commas, semicolons or tabs, in UTF-8, UTF-16 or windows-874. Rows that cannot be used are named and skipped.

Examples:
  raingan offices import roster.csv
  raingan extract report.pdf --dictionaries raingan-dictionaries

${EXIT_CODE_HELP}`,
    )
    .action(async (roster: string, options: { readonly out: string; readonly replace?: true }) => {
      const { importOfficesCommand } = await import("./offices-command.ts");
      endWith(await importOfficesCommand(roster, options));
    });
}

/** The options of every command that reads scans. */
function withRunOptions(command: Command): Command {
  return command
    .option(
      "-w, --workers <count>",
      "pages read at the same time (default: one for each core)",
      parseCountTo(MOST_WORKERS),
    )
    .option("--model <file>", "another recognition model (.traineddata)")
    .option(
      "--dictionaries <dir>",
      "own dictionaries, laid over the built-in ones; see `raingan dictionaries`",
    )
    .option(
      "--page-timeout <seconds>",
      "try a page once more, then give it up, after this time (default: 180)",
      parseCountTo(LONGEST_PAGE_TIMEOUT_S),
    )
    .option("--log", "write JSON lines to standard error instead of progress")
    .option("--log-file <file>", "write JSON lines to a file as well")
    .option("-q, --quiet", "print nothing but failures");
}
