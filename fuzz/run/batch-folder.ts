import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The folders of a run of the program, apart, so that what it leaves anywhere shows. */
export interface BatchFolder {
  readonly path: string;
  readonly inputs: string;
  readonly out: string;
  readonly cwd: string;
  readonly tmp: string;
  readonly env: NodeJS.ProcessEnv;
  /** The absolute path of a new input. */
  addInput(name: string, bytes: Uint8Array): string;
  /** Results by name. */
  outputs(): ReadonlyMap<string, string>;
  /** Whatever lies about in the folders and is neither an input nor a result. */
  leftOver(): readonly string[];
  changedInputs(): readonly string[];
  remove(): void;
}

const RESULT = /\.json$/u;
const OVERLAY_FOLDER = /-overlay$/u;
const OVERLAY_PICTURE = /^page-\d{3,}\.png$/u;

/** A folder that no other run in the same place uses. */
export function batchFolderPath(workFolder: string): string {
  return join(workFolder, `batch-${process.pid}`);
}

/** @param cache a folder in which Node keeps what it has compiled, from run to run */
export function makeBatchFolder(path: string, cache: string): BatchFolder {
  rmSync(path, { recursive: true, force: true });
  const [inputs, out, cwd, tmp] = ["in", "out", "cwd", "tmp"].map((name) => join(path, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const folder of [inputs, cwd, tmp]) mkdirSync(folder, { recursive: true });
  const hashes = new Map<string, string>();
  const { INIT_CWD: _, ...environment } = process.env;
  return {
    path,
    inputs,
    out,
    cwd,
    tmp,
    env: { ...environment, TMPDIR: tmp, NODE_COMPILE_CACHE: cache },
    addInput(name, bytes) {
      const file = join(inputs, name);
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, bytes);
      hashes.set(file, hash(bytes));
      return file;
    },
    outputs: () =>
      new Map(
        list(out).flatMap((name) =>
          RESULT.test(name) && !name.startsWith(".") && lstatSync(join(out, name)).isFile()
            ? [[name, readFileSync(join(out, name), "utf8")] as const]
            : [],
        ),
      ),
    leftOver: () => [
      ...list(cwd).map((name) => `cwd/${name}`),
      ...list(tmp).map((name) => `tmp/${name}`),
      ...list(out)
        .filter((name) => name.startsWith(".") || !(RESULT.test(name) || OVERLAY_FOLDER.test(name)))
        .map((name) => `out/${name}`),
      ...list(out)
        .filter((name) => OVERLAY_FOLDER.test(name))
        .flatMap((name) =>
          list(join(out, name))
            .filter((picture) => !OVERLAY_PICTURE.test(picture))
            .map((picture) => `out/${name}/${picture}`),
        ),
      ...list(inputs)
        .filter((name) => ![...hashes.keys()].some((file) => file.startsWith(join(inputs, name))))
        .map((name) => `in/${name}`),
    ],
    changedInputs: () =>
      [...hashes].flatMap(([file, before]) =>
        existsSync(file) && hash(readFileSync(file)) === before ? [] : [file.slice(inputs.length + 1)],
      ),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function list(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
