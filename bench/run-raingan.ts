import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ExtractionEvent } from "../src/run/extraction-event.ts";
import { measureCommand } from "./measure-command.ts";
import type { Consumption } from "./measure-command.ts";

/** One run of `raingan extract` over a file. */
export interface RainganResult extends Consumption {
  readonly pageCount: number;
  /** Processor time of all pages by stage; what is left of `cpuSeconds` is start-up and assembly. */
  readonly stageCpuSeconds: ReadonlyMap<string, number>;
  /** Memory of the process that read a page, after it; in the order in which pages were done. */
  readonly rssMiB: readonly number[];
}

const MAIN = join(import.meta.dirname, "../src/cli/main.ts");

type PageDone = Extract<ExtractionEvent, { kind: "page-done" }>;

/** Extracts a file as a user would, in a process of its own, and measures it. */
export async function runRaingan(
  filePath: string,
  pipeline: string,
  workerCount: number,
  workFolder: string,
): Promise<RainganResult> {
  const logPath = join(workFolder, `run-${process.hrtime.bigint()}.log`);
  const args = ["extract", filePath, "--pipeline", pipeline, "--workers", `${workerCount}`, "--quiet"];
  const outputs = ["--out", join(workFolder, "out"), "--log-file", logPath];
  const consumption = await measureCommand(process.execPath, [MAIN, ...args, ...outputs]);
  const pages = await readPageEvents(logPath);
  const stageCpuSeconds = new Map<string, number>();
  for (const { stage, cpuMs } of pages.flatMap((page) => page.stages)) {
    stageCpuSeconds.set(stage, (stageCpuSeconds.get(stage) ?? 0) + cpuMs / 1000);
  }
  return {
    ...consumption,
    pageCount: pages.length,
    stageCpuSeconds,
    rssMiB: pages.map((page) => page.rssMiB),
  };
}

async function readPageEvents(logPath: string): Promise<readonly PageDone[]> {
  const lines = (await readFile(logPath, "utf8")).trim().split("\n");
  const records = lines.map((line) => JSON.parse(line) as { readonly event: string });
  return records.filter((record) => record.event === "page-done") as unknown as readonly PageDone[];
}
