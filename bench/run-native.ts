import { execFileSync } from "node:child_process";
import { measureCommand } from "./measure-command.ts";

/** What native Tesseract takes for pages, all together. */
export interface NativeResult {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

/** `tesseract 5.3.0`, or `null` where it is not installed or has no Thai. */
export function nativeVersion(): string | null {
  try {
    const languages = execFileSync("tesseract", ["--list-langs"], { encoding: "utf8", stdio: "pipe" });
    if (!/^tha$/mu.test(languages)) return null;
    return (
      execFileSync("tesseract", ["--version"], { encoding: "utf8", stdio: "pipe" }).split("\n")[0] ?? null
    );
  } catch {
    return null;
  }
}

/** Reads each page with native Tesseract in whole-page mode on one thread with its stock Thai model. */
export async function runNative(pagePaths: readonly string[]): Promise<NativeResult> {
  let [cpuSeconds, wallSeconds] = [0, 0];
  for (const path of pagePaths) {
    const args = [path, "-", "-l", "tha", "--psm", "3"];
    const taken = await measureCommand("tesseract", args, { OMP_THREAD_LIMIT: "1" });
    cpuSeconds += taken.cpuSeconds;
    wallSeconds += taken.wallSeconds;
  }
  return { cpuSeconds, wallSeconds };
}

/** The same by two processes side by side: what the machine's second core is worth at the time. */
export async function runTwoNatives(pagePaths: readonly string[]): Promise<NativeResult> {
  const startMs = performance.now();
  const pages = pagePaths.values();
  const readOn = async (): Promise<number> => {
    let cpuSeconds = 0;
    for (const path of pages) cpuSeconds += (await runNative([path])).cpuSeconds;
    return cpuSeconds;
  };
  const [one, other] = await Promise.all([readOn(), readOn()]);
  return { cpuSeconds: one + other, wallSeconds: (performance.now() - startMs) / 1000 };
}
