import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { judgeCommand } from "../judge/judge-command.ts";
import { judgeEnd } from "../judge/judge-extract.ts";
import { breach, type Breach } from "../judge/rules.ts";
import { OWN_DICTIONARIES } from "../seeds/command-seeds.ts";
import type { Seed } from "../seeds/seed.ts";
import { batchFolderPath, makeBatchFolder, type BatchFolder } from "./batch-folder.ts";
import type { CommandAnswer, CommandTask } from "./command-task.ts";
import { casePrefix, type FuzzCase } from "./fuzz-case.ts";
import type { ExtractRun, RunSettings } from "./run-extract.ts";
import { watchProcess } from "./watch-process.ts";

const COMMANDS = fileURLToPath(new URL("../engine/commands.ts", import.meta.url));
/** One in so many dictionary cases is used to read a transcript as well. */
const USED_ONCE_IN = 3;

/** Runs the commands that read dictionaries, rosters and extractions on cases of those kinds, all in one process. */
export async function runCommands(
  cases: readonly FuzzCase[],
  seeds: readonly Seed[],
  settings: RunSettings,
): Promise<ExtractRun> {
  const { workFolder, batchTimeoutMs, peakRssLimitMiB } = settings;
  const folder = makeBatchFolder(batchFolderPath(workFolder), join(workFolder, "compiled"));
  const tasks = cases.flatMap((entry) =>
    commandsFor(entry, folder, seeds).map((argv, at) => ({ id: `${entry.index}-${at}`, argv })),
  );
  const [tasksPath, answersPath] = [join(folder.path, "tasks.json"), join(folder.path, "answers.jsonl")];
  writeFileSync(tasksPath, JSON.stringify(tasks satisfies readonly CommandTask[]));
  const watched = await watchProcess(COMMANDS, [tasksPath, answersPath], {
    cwd: folder.cwd,
    env: folder.env,
    timeoutMs: batchTimeoutMs,
  });
  const { answers, unanswered } = readAnswers(answersPath);
  const findings = {
    ...watched,
    exitCode: 0,
    leftOver: folder.leftOver().filter((name) => !name.startsWith("out/")),
    changedInputs: folder.changedInputs(),
  };
  folder.remove();
  const breaches: Breach[] = [
    ...judgeEnd(findings, peakRssLimitMiB),
    ...answers.flatMap((answer) => judgeCommand(indexOf(answer.id), answer, folder.path)),
    ...unanswered.map((id) => breach("no-crash", indexOf(id), `no answer; ${watched.stderr}`)),
  ];
  const outcomes = cases.map(({ index }) => {
    const codes = answers.filter(({ id }) => indexOf(id) === index).map(({ exitCode }) => exitCode);
    return { index, outcome: `exit ${codes.join(" ")}` };
  });
  return { watched, breaches, outcomes };
}

function commandsFor(
  { index, kind, bytes, fileName }: FuzzCase,
  folder: BatchFolder,
  seeds: readonly Seed[],
): readonly (readonly string[])[] {
  const inCase = (name: string): string => join(casePrefix(index), name);
  const spoilt = folder.addInput(inCase(fileName), bytes);
  const goodOf = (name: string): Buffer => seeds.find((seed) => seed.name === name)!.bytes;
  const outDir = join(folder.out, casePrefix(index));
  if (kind === "roster") return [["offices", "import", spoilt, "--out", outDir]];
  if (kind === "extraction") {
    const good = folder.addInput(inCase("good.json"), goodOf("extraction"));
    return [
      ["explain", spoilt],
      ["explain", spoilt, "office"],
      ["explain", spoilt, "1.1", "result"],
      ["evaluate", spoilt, "--expected", good, "--differences", "--confusions", "5"],
      ["evaluate", good, "--expected", spoilt, "--markdown"],
    ];
  }
  for (const [name, text] of Object.entries(OWN_DICTIONARIES)) {
    if (name !== fileName) folder.addInput(inCase(name), Buffer.from(text));
  }
  const dictionaries = join(folder.inputs, casePrefix(index));
  const check = ["dictionaries", "check", dictionaries];
  if (index % USED_ONCE_IN !== 0) return [check];
  const transcript = folder.addInput(join(`${casePrefix(index)}text`, "text.txt"), goodOf("text-tabs"));
  return [check, ["extract", transcript, "--dictionaries", dictionaries, "--out", outDir, "--workers", "1"]];
}

function readAnswers(path: string): {
  readonly answers: readonly CommandAnswer[];
  readonly unanswered: readonly string[];
} {
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").slice(0, -1) : [];
  const records = lines.map((line) => JSON.parse(line) as CommandAnswer | { readonly begun: string });
  const answers = records.flatMap((record) => ("begun" in record ? [] : [record]));
  const begun = records.flatMap((record) => ("begun" in record ? [record.begun] : []));
  return { answers, unanswered: begun.filter((id) => !answers.some((answer) => answer.id === id)) };
}

function indexOf(id: string): number {
  return Number(id.split("-")[0]);
}
