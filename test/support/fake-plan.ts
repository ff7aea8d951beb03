import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The hash of every such file, until it is replaced. */
export const FAKE_HASH = "ab".repeat(32);

export type PageFate =
  | "die"
  | "die-once"
  | "throw"
  | "hang"
  | "hang-once"
  | "starve"
  | "infinite"
  | "damaged";

/** What `fake-page-worker.ts` does with a file and with its pages; pages not named are read. */
export interface FakePlan {
  readonly pageCount: number;
  /** The message of the `InputError` that opening ends with. */
  readonly refuse?: string;
  readonly dieOnOpen?: boolean;
  /** From the second opening on it is another file. */
  readonly isReplaced?: boolean;
  /** How long each page takes. */
  readonly pageMs?: number;
  readonly pages?: Readonly<Record<number, PageFate>>;
}

export const FAKE_WORKER = new URL("fake-page-worker.ts", import.meta.url);

/** Writes plans into a folder of their own, and tells what workers did with them. */
export interface FakeFiles {
  readonly folder: string;
  write(name: string, plan: FakePlan): string;
  /** Process ids, one for each time the file was opened. */
  openings(path: string): readonly string[];
  /** `<process id> <page>` for each time a page was begun. */
  readings(path: string): readonly string[];
  remove(): Promise<void>;
}

export async function createFakeFiles(): Promise<FakeFiles> {
  const folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
  return {
    folder,
    write(name, plan) {
      const path = join(folder, name);
      writeFileSync(path, JSON.stringify(plan));
      return path;
    },
    openings: (path) => lines(`${path}.opened`),
    readings: (path) => lines(`${path}.read`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function lines(path: string): readonly string[] {
  try {
    return readFileSync(path, "utf8").trim().split("\n");
  } catch {
    return [];
  }
}
