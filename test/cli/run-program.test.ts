import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extractionSchema } from "../../src/model/extraction.ts";
import { packageRoot } from "../../src/run/default-model-path.ts";
import { runHere } from "../support/run-raingan.ts";

const MAIN = join(packageRoot(), "src/cli/main.ts");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
  await writeFile(join(folder, "table.png"), drawTable());
  await writeFile(join(folder, "empty.pdf"), "");
  await writeFile(join(folder, "letter.docx"), "PK\u0003\u0004 not a scan");
  await writeFile(join(folder, "cut.pdf"), "%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Two by two ruled cells with one mark each, at 100 dpi. */
function drawTable(): Buffer {
  const canvas = createCanvas(500, 300);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 500, 300);
  context.fillStyle = "black";
  for (const x of [50, 250, 450]) context.fillRect(x, 50, 3, 203);
  for (const y of [50, 150, 250]) context.fillRect(50, y, 403, 3);
  context.font = "30px sans-serif";
  context.fillText("12", 100, 110);
  context.fillText("34", 300, 210);
  return canvas.toBuffer("image/png");
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = once(child, "close").then(([code]): Ended => ({
    code: code as number | null,
    stdout,
    stderr,
  }));
  return { child, ended, stderrSoFar: () => stderr };
}

const run = (...args: readonly string[]): Promise<Ended> => start(...args).ended;

describe("raingan", () => {
  it("writes one file's extraction to standard output and nothing else there", async () => {
    const { code, stdout, stderr } = await run("extract", "table.png", "--pipeline", "ruled-table");
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(extractionSchema.parse(JSON.parse(stdout)).documents[0]?.tables[0]?.columns).toHaveLength(2);
    expect(stderr).toMatch(/^table\.png: 1 table \(/mu);
  });

  it("does the other files where some are bad, with one line and the next step for each", async () => {
    const names = ["empty.pdf", "letter.docx", "cut.pdf", "nowhere.pdf", ".", "table.png"];
    const out = join(folder, "out");
    const { code, stdout, stderr } = await run(
      "extract",
      ...names,
      "-o",
      "out",
      "-p",
      "ruled-table",
      "--quiet",
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(await readdir(out)).toEqual(["table.json"]);
    const lines = stderr.trim().split("\n");
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line).toMatch(/^error: .+\. \S.+\.$/u);
  });

  it("ends a page without a table with an error and the next step, and writes what it is all the same", async () => {
    const { code, stdout, stderr } = await run("extract", "table.png", "--quiet");
    expect(code).toBe(1);
    expect(stderr).toContain("hr-policy-report");
    expect(JSON.parse(stdout)).toMatchObject({ pages: [{ pageNumber: 1 }] });
  });

  it("writes JSON lines with --log, without any text of the page", async () => {
    const { stderr } = await run("extract", "table.png", "--pipeline", "ruled-table", "--log");
    const records = stderr
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records.map((record) => record["event"])).toEqual([
      "file-opened",
      "page-done",
      "file-done",
      "file-reported",
    ]);
    expect(records[1]).toMatchObject({ file: "table.png", pageNumber: 1, stages: expect.any(Array) });
  });

  it("evaluates an extraction against itself without a difference", async () => {
    const { stdout } = await run("extract", "table.png", "--pipeline", "ruled-table", "--quiet");
    await writeFile(join(folder, "a.json"), stdout);
    await writeFile(join(folder, "b.json"), stdout);
    const evaluated = await run("evaluate", "a.json", "--expected", "b.json", "--markdown");
    expect(evaluated).toMatchObject({ code: 0, stderr: "" });
    expect(evaluated.stdout).toMatch(/\| a \| 1\/1 \|/u);
  });

  it("leaves no half-written file and no process on Ctrl-C", async () => {
    const out = join(folder, "interrupted");
    const { child, ended, stderrSoFar } = start("extract", "table.png", "-o", out, "-p", "ruled-table");
    while (!stderrSoFar().includes("1 page to read")) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill("SIGINT");
    expect(await ended).toMatchObject({ code: 130 });
    expect(await readdir(out)).toEqual([]);
  });

  it.each([
    [["extract"], "missing required argument"],
    [["extract", "a.pdf", "b.pdf"], "add --out DIR"],
    [["extract", "a.pdf", "--pages", "5-2"], "write it like 2-5"],
    [["extract", "a.pdf", "--workers", "0"], "a whole number from 1 to 64"],
    [["extract", "a.pdf", "--page-timeout", "3000000"], "a whole number from 1 to 86400"],
    [["extract", "a.pdf", "--pages", "\u001b[2J"], "\\x1b[2J"],
    [["dictionaries", "check", MAIN], "this is a file. Name the folder"],
    [["dictionaries", "check", "/nowhere/offices.csv"], "there is no such folder"],
    [["dictionaries", "check", packageRoot()], "it has mistakes:\n  .oxfmtrc.json:1: "],
    [["frob\u001bnicate"], "frob\\x1bnicate"],
    [["extract", "a.pdf", "--pipeline", "x"], "choose one of"],
    [["extract", "a.pdf", "--model", MAIN], "not a Tesseract LSTM model"],
    [["evaluate", "a.pdf", "--expected", "nowhere"], "no such file or folder"],
    [["frobnicate"], "unknown command"],
  ])("%j is wrong use", async (args, hint) => {
    const { code, stdout, stderr } = await runHere(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(hint);
  });

  it.each(["extract", "evaluate", "pipelines", "doctor"])(
    "has examples in the help of %s",
    async (command) => {
      const { code, stdout } = await runHere(command, "--help");
      expect(code).toBe(0);
      expect(stdout).toMatch(/Examples?:\n {2}raingan/u);
    },
  );

  it("lists the recipes", async () => {
    expect((await runHere("pipelines")).stdout).toMatch(/^hr-policy-report .*\nruled-table /u);
  });

  it("tells its version", async () => {
    const { version } = JSON.parse(await readFile(join(packageRoot(), "package.json"), "utf8")) as {
      version: string;
    };
    expect((await runHere("--version")).stdout).toBe(`${version}\n`);
  });
});
