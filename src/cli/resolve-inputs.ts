import { fileIdentity } from "./file-identity.ts";
import { userPath } from "./user-path.ts";

/** The files of a run. */
export interface Inputs {
  /** Absolute and all different files, as far as they are there. */
  readonly filePaths: readonly string[];
  /** Paths that lead to a file which an earlier one leads to. */
  readonly repeated: readonly { readonly filePath: string; readonly firstPath: string }[];
  /** What the files are known by, whatever path leads to them. */
  readonly identities: ReadonlySet<string>;
}

/** The files that names on the command line stand for, each of them once. */
export async function resolveInputs(names: readonly string[]): Promise<Inputs> {
  const firstOf = new Map<string, string>();
  const repeated: Inputs["repeated"][number][] = [];
  const identities = new Set<string>();
  for (const filePath of names.map(userPath)) {
    const identity = await fileIdentity(filePath);
    const key = identity ?? filePath;
    const firstPath = firstOf.get(key);
    if (firstPath !== undefined) repeated.push({ filePath, firstPath });
    else firstOf.set(key, filePath);
    if (identity !== null) identities.add(identity);
  }
  return { filePaths: [...firstOf.values()], repeated, identities };
}
