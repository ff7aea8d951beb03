import { describe, expect, it } from "vitest";
import { judgeCommand } from "../../../fuzz/judge/judge-command.ts";
import type { CommandAnswer } from "../../../fuzz/run/command-task.ts";

const good: CommandAnswer = {
  id: "7-0",
  argv: ["dictionaries", "check", "/tmp/batch/in/x"],
  exitCode: 2,
  stdout: "",
  stderr: "error: --dictionaries x:\n  offices.csv:2: There is no such province.\n",
};
const broken = (change: Partial<CommandAnswer>): string[] =>
  judgeCommand(7, { ...good, ...change }, "/tmp/batch").map(({ rule }) => rule);

describe("judgeCommand", () => {
  it("takes a list of mistakes, and a good answer", () => {
    expect(broken({})).toEqual([]);
    expect(broken({ exitCode: 0, stdout: "no mistake\n", stderr: "" })).toEqual([]);
  });

  it.each<readonly [rule: string, change: Partial<CommandAnswer>]>([
    ["exit-code", { exitCode: 3 }],
    ["exit-code", { exitCode: 0 }],
    ["exit-code", { stdout: "half an answer" }],
    ["one-line", { stderr: "" }],
    ["one-line", { stderr: "error: invalid_type\n" }],
    ["one-line", { stderr: `error:\n${"  x\n".repeat(40)}` }],
    ["one-line", { stderr: "error: a\u0000b\n" }],
    ["no-crash", { exitCode: 1, stderr: "error: TypeError: x\n    at file:///a/b.ts:1:2\n" }],
  ])("breaks %s: %j", (rule, change) => {
    expect(broken(change)).toContain(rule);
  });
});
