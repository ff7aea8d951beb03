import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

/** How a watched program ended, with all the processes that it started. */
export interface Watched {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly isTimedOut: boolean;
  readonly wallMs: number;
  /** The most that any one of the processes held in memory. */
  readonly peakRssMiB: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Processes that were still there after it had ended; they have been ended. */
  readonly processesLeft: number;
}

const SAMPLE_MS = 200;
/** After the program has ended, its workers have this long to be gone. */
const GRACE_MS = 1_000;
const POLL_MS = 50;
/** A program that writes without end is cut off here. */
const MOST_OUTPUT_CHARACTERS = 32 * 2 ** 20;

/** Runs a Node module in a process group of its own and looks at the group's memory while it runs. */
export async function watchProcess(
  script: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly timeoutMs: number },
): Promise<Watched> {
  const startMs = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const group = child.pid!;
  let [stdout, stderr, peakRssMiB, isTimedOut] = ["", "", 0, false];
  const keep = (text: string, more: string): string =>
    text.length > MOST_OUTPUT_CHARACTERS ? text : text + more;
  child.stdout.setEncoding("utf8").on("data", (more: string) => (stdout = keep(stdout, more)));
  child.stderr.setEncoding("utf8").on("data", (more: string) => (stderr = keep(stderr, more)));
  const sampler = setInterval(() => {
    for (const pid of groupMembers(group)) peakRssMiB = Math.max(peakRssMiB, peakOf(pid));
  }, SAMPLE_MS);
  const timer = setTimeout(() => {
    isTimedOut = true;
    endGroup(group);
  }, options.timeoutMs);
  const stop = (): void => endGroup(group);
  process.once("exit", stop);
  const { exitCode, signal } = await new Promise<Pick<Watched, "exitCode" | "signal">>((resolve) => {
    child.once("exit", (code, name) => resolve({ exitCode: code, signal: name }));
    child.once("error", () => resolve({ exitCode: null, signal: "not started" }));
  });
  clearTimeout(timer);
  const wallMs = performance.now() - startMs;
  const deadlineMs = performance.now() + GRACE_MS;
  while (groupMembers(group).length > 0 && performance.now() < deadlineMs) await pause(POLL_MS);
  clearInterval(sampler);
  const processesLeft = isTimedOut ? 0 : groupMembers(group).length;
  endGroup(group);
  process.off("exit", stop);
  await pause(0);
  return { exitCode, signal, isTimedOut, wallMs, peakRssMiB, stdout, stderr, processesLeft };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function endGroup(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // None of it is left.
  }
}

/** The processes of a group that run; elsewhere than on Linux none is known. */
function groupMembers(group: number): readonly number[] {
  let names: readonly string[] = [];
  try {
    names = readdirSync("/proc");
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    if (!/^\d+$/u.test(name)) return [];
    // `pid (name) state parent group …`; the name may hold anything.
    const fields = readProc(`${name}/stat`).replace(/^.*\)/su, "").trim().split(" ");
    const isZombie = fields[0] === "Z";
    return Number(fields[2]) === group && !isZombie ? [Number(name)] : [];
  });
}

/** The most memory that a process held so far, in MiB. */
function peakOf(pid: number): number {
  const kib = /^VmHWM:\s+(\d+)/mu.exec(readProc(`${pid}/status`))?.[1];
  return Math.round(Number(kib ?? 0) / 2 ** 10);
}

function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    // It has just ended.
    return "";
  }
}
