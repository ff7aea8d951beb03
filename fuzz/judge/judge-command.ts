import type { CommandAnswer } from "../run/command-task.ts";
import { breach, type Breach } from "./rules.ts";
import { unfitLines } from "./unfit-text.ts";

const EXIT = { ok: 0, incomplete: 1, usage: 2 } as const;
/** `dictionaries check` names twenty mistakes, with a line before and after; a roster's bad rows are a line each. */
const MOST_LINES = 22;

/** What a command said is short, calm and goes with its exit code. */
export function judgeCommand(index: number, answer: CommandAnswer, folder: string): readonly Breach[] {
  const { argv, exitCode, stdout, stderr } = answer;
  const name = argv.slice(0, 2).join(" ");
  const breaches: Breach[] = [];
  const add = (rule: Breach["rule"], detail: string): void =>
    void breaches.push(breach(rule, index, `${name}: ${detail}`));
  if (!Object.values<number>(EXIT).includes(exitCode)) add("exit-code", String(exitCode));
  if (exitCode === EXIT.ok && stderr !== "" && argv[0] !== "extract") add("exit-code", `0 with ${stderr}`);
  if (exitCode !== EXIT.ok && stderr.trim() === "") add("one-line", `${exitCode} without a word`);
  if (exitCode === EXIT.usage && stdout !== "") add("exit-code", `2 with output ${stdout}`);
  if (stderr.includes("failed unexpectedly")) add("no-crash", stderr);
  // A command's own words for the folders and files that it was given may hold their paths.
  const words = argv[0] === "extract" ? "" : stderr;
  const unfit = unfitLines(words.replaceAll(folder, "").trimEnd(), folder);
  if (unfit !== null) add(unfit === "a stack trace" ? "no-crash" : "one-line", `${unfit}: ${stderr}`);
  const lines = stderr.trimEnd().split("\n");
  if (lines.length > MOST_LINES && argv[0] !== "offices" && argv[0] !== "extract") {
    add("one-line", `${lines.length} lines`);
  }
  return breaches;
}
