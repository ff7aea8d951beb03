import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPagePool } from "../../src/run/page-pool.ts";
import type { PageOutcome, PagePool } from "../../src/run/page-pool.ts";
import type { WorkerPoolSettings } from "../../src/run/worker-pool.ts";
import { FAKE_HASH, FAKE_WORKER, createFakeFiles } from "../support/fake-plan.ts";
import type { FakeFiles, FakePlan } from "../support/fake-plan.ts";

let files: FakeFiles;
let pool: PagePool;

beforeEach(async () => {
  files = await createFakeFiles();
});

afterEach(async () => {
  await pool.close();
  await files.remove();
});

function start(settings: Partial<WorkerPoolSettings> = {}): PagePool {
  pool = createPagePool({ workerScript: FAKE_WORKER, workerCount: 2, ...settings });
  return pool;
}

function optionsFor(plan: FakePlan, name = "file"): { filePath: string; modelPath: null; overlayDir: null } {
  return { filePath: files.write(name, plan), modelPath: null, overlayDir: null };
}

async function readAll(plan: FakePlan): Promise<readonly PageOutcome[]> {
  const options = optionsFor(plan);
  const numbers = Array.from({ length: plan.pageCount }, (_, index) => index + 1);
  return Promise.all(numbers.map((pageNumber) => pool.read(options, FAKE_HASH, pageNumber)));
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const pidsOf = (readings: readonly string[]): number[] => [
  ...new Set(readings.map((line) => Number(line.split(" ")[0]))),
];

async function untilGone(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function untilSome(list: () => readonly string[], count: number): Promise<void> {
  while (list().length < count) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe("createPagePool", () => {
  it("reads every page, on as many processes as there may be", async () => {
    start();
    const outcomes = await readAll({ pageCount: 6, pageMs: 30 });
    const texts = outcomes.map((outcome) => outcome.kind === "read" && outcome.page.lines[0]?.text);
    expect(texts).toEqual(["หน้า 1", "หน้า 2", "หน้า 3", "หน้า 4", "หน้า 5", "หน้า 6"]);
    const openings = files.openings(`${files.folder}/file`);
    expect(new Set(openings).size).toBe(2);
    expect(openings).toHaveLength(2);
  });

  it("starts no process that no page is waiting for", async () => {
    start();
    const options = optionsFor({ pageCount: 1 });
    await pool.open(options);
    await pool.read(options, FAKE_HASH, 1);
    expect(files.openings(options.filePath)).toHaveLength(1);
  });

  it("reads a page again when its process died, and the others are not affected", async () => {
    start();
    const outcomes = await readAll({ pageCount: 4, pages: { 2: "die-once" } });
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(["read", "read", "read", "read"]);
  });

  it("gives up a page that kills two processes, with the reason", async () => {
    start();
    const outcomes = await readAll({ pageCount: 4, pages: { 2: "die", 3: "throw" } });
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(["read", "failed", "failed", "read"]);
    // Nobody but the system ends a worker so, for want of memory.
    expect(outcomes[1]).toMatchObject({
      code: "page-too-large",
      message: expect.stringContaining("SIGKILL"),
    });
    expect(outcomes[2]).toMatchObject({
      code: "page-crashed",
      message: expect.stringContaining("an error in the recognizer"),
    });
    const begun = files.readings(`${files.folder}/file`).map((line) => line.split(" ")[1]);
    expect([1, 2, 3, 4].map((page) => begun.filter((number) => number === `${page}`).length)).toEqual([
      1, 2, 2, 1,
    ]);
  });

  it("says what to do where a page needs more memory than there is", async () => {
    start();
    const outcomes = await readAll({ pageCount: 2, pages: { 2: "starve" } });
    expect(outcomes[1]).toMatchObject({
      code: "page-too-large",
      message: expect.stringMatching(/more memory is needed .* --workers 1/u),
    });
  });

  it("gives up a page alone that has a number which is none", async () => {
    start();
    const outcomes = await readAll({ pageCount: 3, pages: { 2: "infinite" } });
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(["read", "failed", "read"]);
    expect(outcomes[1]).toMatchObject({ code: "page-failed", message: expect.stringContaining("heightPt") });
  });

  it("reads no page of a file that was replaced after it had been opened", async () => {
    start();
    const options = optionsFor({ pageCount: 4, pageMs: 30, isReplaced: true });
    const { sha256 } = await pool.open(options);
    const outcomes = await Promise.all([1, 2, 3, 4].map((page) => pool.read(options, sha256, page)));
    const lost = outcomes.filter((outcome) => outcome.kind === "failed");
    expect(lost.length).toBeGreaterThan(0);
    for (const outcome of lost) expect(outcome).toMatchObject({ code: "file-changed" });
  });

  it("ends a process that hangs, even in a loop, and reads the page with another one", async () => {
    // Long enough for a process to start on a busy machine.
    start({ pageTimeoutMs: 4000 });
    const outcomes = await readAll({ pageCount: 3, pages: { 1: "hang-once", 2: "hang" } });
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(["read", "failed", "read"]);
    expect(outcomes[1]).toMatchObject({ code: "page-timeout" });
  });

  it("does not count the death of an idle process against a page", async () => {
    start({ workerCount: 1 });
    const options = optionsFor({ pageCount: 2, pages: { 2: "die-once" } });
    await pool.read(options, FAKE_HASH, 1);
    const pids = pidsOf(files.readings(options.filePath));
    for (const pid of pids) process.kill(pid, "SIGKILL");
    await untilGone(pids);
    await expect(pool.read(options, FAKE_HASH, 2)).resolves.toMatchObject({ kind: "read" });
  });

  it("passes on what is wrong with one page, without trying again", async () => {
    start();
    const outcomes = await readAll({ pageCount: 2, pages: { 2: "damaged" } });
    expect(outcomes[1]).toMatchObject({
      kind: "failed",
      code: "page-damaged",
      message: "Page 2 is damaged.",
    });
    expect(files.readings(`${files.folder}/file`)).toHaveLength(2);
  });

  it("replaces a process that has read enough pages", async () => {
    start({ workerCount: 1, pagesPerWorker: 2 });
    await readAll({ pageCount: 5 });
    const readings = files.readings(`${files.folder}/file`);
    const counts = pidsOf(readings).map(
      (pid) => readings.filter((line) => line.startsWith(`${pid} `)).length,
    );
    expect(counts).toEqual([2, 2, 1]);
  });

  it("keeps a file open in its process while another file is read beside it", async () => {
    start();
    const [a, b] = [
      optionsFor({ pageCount: 4, pageMs: 20 }, "a"),
      optionsFor({ pageCount: 4, pageMs: 20 }, "b"),
    ];
    await Promise.all([pool.open(a), pool.open(b)]);
    await Promise.all(
      [1, 2, 3, 4].flatMap((page) => [pool.read(a, FAKE_HASH, page), pool.read(b, FAKE_HASH, page)]),
    );
    expect(files.openings(a.filePath)).toHaveLength(1);
    expect(files.openings(b.filePath)).toHaveLength(1);
  });

  it("says why a file cannot be opened, and goes on with the next", async () => {
    start();
    await expect(pool.open(optionsFor({ pageCount: 0, refuse: "Locked." }, "locked"))).rejects.toMatchObject({
      name: "InputError",
      code: "file-encrypted",
      message: "Locked.",
    });
    await expect(pool.open(optionsFor({ pageCount: 0, dieOnOpen: true }, "deadly"))).rejects.toMatchObject({
      name: "InputError",
      code: "file-damaged",
    });
    await expect(pool.open(optionsFor({ pageCount: 3 }, "good"))).resolves.toMatchObject({ pageCount: 3 });
  });

  it("ends all its processes when it is aborted, whatever they are doing", async () => {
    const controller = new AbortController();
    start({ signal: controller.signal });
    const reading = readAll({ pageCount: 3, pages: { 1: "hang", 2: "hang" } });
    const path = `${files.folder}/file`;
    await untilSome(() => files.readings(path), 2);
    controller.abort(new Error("interrupted"));
    await expect(reading).rejects.toThrow("interrupted");
    await untilGone(pidsOf(files.readings(path)));
    await expect(readAll({ pageCount: 1 })).rejects.toThrow("interrupted");
  });

  it("leaves no process behind when its own is killed", async () => {
    start();
    const path = files.write("file", { pageCount: 1, pages: { 1: "hang-once" } });
    const program = `
      const { createPagePool } = await import(${JSON.stringify(new URL("../../src/run/page-pool.ts", import.meta.url).href)});
      const pool = createPagePool({ workerScript: new URL(${JSON.stringify(FAKE_WORKER.href)}) });
      await pool.read({ filePath: ${JSON.stringify(path)}, modelPath: null, overlayDir: null }, "${FAKE_HASH}", 1);`;
    const parent = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
    await untilSome(() => files.readings(path), 1);
    const exit = once(parent, "exit");
    parent.kill("SIGKILL");
    await exit;
    await untilGone(pidsOf(files.readings(path)));
  });
});
