import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judgeExtract } from "../../../fuzz/judge/judge-extract.ts";
import type { ExtractExpectation, ExtractFindings } from "../../../fuzz/judge/judge-extract.ts";

const VALID = readFileSync(new URL("../../../fuzz/seeds/extraction.json", import.meta.url), "utf8");

const expectation: ExtractExpectation = {
  cases: [
    { index: 3, prefix: "00003-", fileName: "00003-a.pdf" },
    { index: 4, prefix: "00004-", fileName: "00004-b.pdf" },
  ],
  neighbours: [{ outputName: "good.json", text: VALID }],
  peakRssLimitMiB: 500,
  isQuiet: true,
  folder: "/tmp/batch",
};

type LogEntry = Readonly<Record<string, unknown>>;
const GOOD: LogEntry = { event: "file-reported", level: 30, file: "00003-a.pdf", code: null, msg: "1 table" };
const REFUSED: LogEntry = {
  event: "file-reported",
  level: 50,
  file: "00004-b.pdf",
  code: "file-damaged",
  msg: "b is damaged. Copy it again.",
};

/** What is shown of it with `--quiet`. */
const SHOWN = "error: 00004-b.pdf: b is damaged. Copy it again.\n";

function log(...entries: readonly LogEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
}

/** What a batch leaves of which one file was read and one refused. */
function findings(change: Partial<ExtractFindings> = {}): ExtractFindings {
  return {
    exitCode: 1,
    signal: null,
    isTimedOut: false,
    wallMs: 2_000,
    peakRssMiB: 200,
    stdout: "",
    stderr: "",
    log: log(GOOD, REFUSED),
    shown: SHOWN,
    processesLeft: 0,
    outputs: new Map([
      ["00003-a.json", VALID],
      ["good.json", VALID],
    ]),
    leftOver: [],
    changedInputs: [],
    ...change,
  };
}

const broken = (change: Partial<ExtractFindings>): string[] =>
  judgeExtract(expectation, findings(change)).breaches.map(({ rule }) => rule);

const withMessage = (msg: string, more: LogEntry = {}): Partial<ExtractFindings> => ({
  log: log(GOOD, { ...REFUSED, ...more, msg }),
});
const withOutput = (text: string): Partial<ExtractFindings> => ({
  outputs: new Map([
    ["00003-a.json", text],
    ["good.json", VALID],
  ]),
});
const changed = (change: (extraction: Record<string, unknown>) => void): string => {
  const extraction = JSON.parse(VALID) as Record<string, unknown>;
  change(extraction);
  return JSON.stringify(extraction);
};

describe("judgeExtract", () => {
  it("finds nothing wrong where all is well, and says what became of each file", () => {
    expect(judgeExtract(expectation, findings())).toEqual({
      breaches: [],
      outcomes: [
        { index: 3, outcome: "result" },
        { index: 4, outcome: "file-damaged" },
      ],
    });
  });

  it("takes any name of a file in a log, where it is escaped", () => {
    const odd = "00004-\u001b[2J\nb.pdf";
    const cases = [expectation.cases[0]!, { ...expectation.cases[1]!, fileName: odd }];
    const written = log(GOOD, { ...REFUSED, file: odd, msg: `${odd} is damaged. Copy it again.` });
    expect(judgeExtract({ ...expectation, cases }, findings({ log: written })).breaches).toEqual([]);
  });

  it.each<readonly [rule: string, what: string, change: Partial<ExtractFindings>]>([
    ["no-crash", "the program was ended by a signal", { exitCode: null, signal: "SIGSEGV" }],
    [
      "no-crash",
      "something else than the log is on standard error",
      { log: `${log(GOOD, REFUSED)}Error: x\n` },
    ],
    ["no-crash", "a file failed unexpectedly", withMessage("b failed.", { code: "unexpected" })],
    [
      "no-crash",
      "a page failed unexpectedly",
      {
        log: log(
          { event: "page-failed", level: 40, file: "00003-a.pdf", code: "page-failed", message: "?" },
          GOOD,
          REFUSED,
        ),
      },
    ],
    [
      "no-hang",
      "a page ran out of its time",
      {
        log: log(
          { event: "page-failed", level: 40, file: "00003-a.pdf", code: "page-timeout", message: "?" },
          GOOD,
          REFUSED,
        ),
      },
    ],
    ["no-crash", "a stack trace is shown", { shown: `${SHOWN}    at run (file:///x/y.ts:1:2)\n` }],
    ["one-line", "a file that was refused is not shown", { shown: "" }],
    ["one-line", "more is shown than one line", { shown: `${SHOWN}Look at it.\n` }],
    ["one-line", "a control character is shown", { shown: "error: 00004-b\u001b[2J.pdf: b is damaged.\n" }],
    ["no-hang", "the batch ran out of its time", { exitCode: null, signal: "SIGKILL", isTimedOut: true }],
    ["memory", "a process held too much", { peakRssMiB: 501 }],
    [
      "memory",
      "a page was given up for want of memory",
      {
        log: log(
          { event: "page-failed", level: 40, file: "00003-a.pdf", code: "page-too-large", message: "?" },
          GOOD,
          REFUSED,
        ),
      },
    ],
    ["one-line", "a file has no report", { log: log(GOOD) }],
    ["one-line", "a file has two reports", { log: log(GOOD, REFUSED, REFUSED) }],
    ["one-line", "a message has two lines", withMessage("b is\ndamaged.")],
    ["one-line", "a message holds a stack trace", withMessage("b: at file:///x/y.ts:1:2")],
    ["one-line", "a message holds validation text", withMessage('b: [{ "code": "invalid_type" }]')],
    [
      "one-line",
      "a message holds an error of the language",
      withMessage("b: Cannot read properties of null"),
    ],
    ["one-line", "a message holds a path of the machine", withMessage("b: /tmp/batch/in/b.pdf is damaged.")],
    ["one-line", "a message holds control characters", withMessage("b\u001b[2J is damaged.")],
    ["one-line", "a message counts what is no number", withMessage("b has NaN pages.")],
    ["one-line", "something is on standard output", { stdout: "{}" }],
    [
      "one-line",
      "a remark has two lines",
      withOutput(
        changed((extraction) => {
          extraction["remarks"] = [
            { code: "x", severity: "info", pageNumber: null, field: null, box: null, message: "a\nb" },
          ];
        }),
      ),
    ],
    ["valid-output", "a result is missing", { outputs: new Map([["good.json", VALID]]) }],
    [
      "valid-output",
      "there is a result of a file that was refused",
      {
        outputs: new Map([
          ["00003-a.json", VALID],
          ["00004-b.json", VALID],
          ["good.json", VALID],
        ]),
      },
    ],
    ["valid-output", "a result is cut off", withOutput(VALID.slice(0, -20))],
    [
      "valid-output",
      "a result breaks the contract",
      withOutput(changed((extraction) => delete extraction["source"])),
    ],
    [
      "neighbours",
      "a good file's result is another",
      {
        outputs: new Map([
          ["00003-a.json", VALID],
          ["good.json", "{}"],
        ]),
      },
    ],
    ["neighbours", "a good file's result is missing", { outputs: new Map([["00003-a.json", VALID]]) }],
    ["exit-code", "it says that all is well", { exitCode: 0 }],
    ["exit-code", "it says that the use was wrong", { exitCode: 2 }],
    [
      "exit-code",
      "it says that something failed where nothing did",
      { log: log(GOOD, { ...GOOD, file: "00004-b.pdf" }) },
    ],
    ["nothing-left", "a temporary file is left", { leftOver: ["out/.raingan-1.tmp"] }],
    ["no-process-left", "a worker is left", { processesLeft: 1 }],
    ["inputs-kept", "an input was written over", { changedInputs: ["00003-a.pdf"] }],
  ])("breaks %s where %s", (rule, _, change) => {
    expect(broken(change)).toContain(rule);
  });
});
