import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, readdir } from "node:fs/promises";

/** What a command with all its descendants took. */
export interface Consumption {
  /** User plus system time of the whole process tree. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /**
   * The most memory that the tree held at once, or `null` where there is no `/proc`. Shared pages count for each
   * process in proportion, so that the program text of Node counts once.
   */
  readonly peakMiB: number | null;
}

const SAMPLE_INTERVAL_MS = 250;
/** Prints the times of `time` in seconds, on the shell's own standard error. */
const TIMED = `TIMEFORMAT='%U %S %R'; time "$@" 1>/dev/null 2>/dev/null`;

/**
 * Runs a command without output and measures it. Processor time comes from the shell's `time`, which the kernel keeps
 * for all descendants that were waited for.
 *
 * @throws Error where the command ends with anything but 0.
 */
export async function measureCommand(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Consumption> {
  const shell = spawn("bash", ["-c", TIMED, "bash", command, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let times = "";
  shell.stderr.setEncoding("utf8").on("data", (text: string) => (times += text));
  const sampling = samplePeak(shell.pid!);
  const [code] = (await once(shell, "close")) as [number | null];
  const peakMiB = await sampling.stop();
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}`);
  const [user = NaN, system = NaN, real = NaN] = times.trim().split(/\s+/u).map(Number);
  return { cpuSeconds: user + system, wallSeconds: real, peakMiB };
}

function samplePeak(rootPid: number): { stop(): Promise<number | null> } {
  let peakKiB: number | null = null;
  let sample = Promise.resolve();
  const timer = setInterval(() => {
    const previous = sample;
    sample = (async () => {
      await previous;
      const total = await treeMemoryKiB(rootPid);
      if (total !== null) peakKiB = Math.max(peakKiB ?? 0, total);
    })();
  }, SAMPLE_INTERVAL_MS);
  return {
    async stop() {
      clearInterval(timer);
      await sample;
      return peakKiB === null ? null : peakKiB / 1024;
    },
  };
}

async function treeMemoryKiB(rootPid: number): Promise<number | null> {
  const parents = new Map<number, number>();
  try {
    for (const name of await readdir("/proc")) {
      if (!/^\d+$/u.test(name)) continue;
      const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => null);
      // The command's name stands in brackets and may hold anything.
      const parent = stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
      if (parent !== undefined) parents.set(Number(name), Number(parent));
    }
  } catch {
    return null;
  }
  const belongs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
      if (at === rootPid) return true;
    }
    return false;
  };
  const memories = await Promise.all([...parents.keys()].filter(belongs).map(proportionalKiB));
  return memories.reduce((sum, memory) => sum + memory, 0);
}

async function proportionalKiB(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+)/mu.exec(rollup)?.[1] ?? 0);
}
