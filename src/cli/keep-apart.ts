import { fstatSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageError } from "./exit-code.ts";
import { fileIdentity } from "./file-identity.ts";
import { foldName } from "./shortest-unique.ts";
import { userPath } from "./user-path.ts";

const STANDARD_OUTPUT = 1;

/**
 * Sees to it that a log is not written into a file that is read, or that a result will be.
 *
 * @throws UsageError
 */
export async function assertLogFileApart(
  name: string,
  {
    identities,
    outputPaths,
  }: { readonly identities: ReadonlySet<string>; readonly outputPaths: readonly string[] },
): Promise<void> {
  const path = userPath(name);
  const identity = await fileIdentity(path);
  if (identity !== null && identities.has(identity)) {
    throw new UsageError(`--log-file ${name}: this file is to be read. Name another file for the log.`);
  }
  const place = await placeOf(path);
  for (const outputPath of outputPaths) {
    const isSame = (await placeOf(outputPath)) === place;
    if (isSame || (identity !== null && (await fileIdentity(outputPath)) === identity)) {
      throw new UsageError(
        `--log-file ${name}: a result will be written there. Name another file for the log.`,
      );
    }
  }
}

/** The same for paths that will lead to one file once it is there. */
async function placeOf(path: string): Promise<string> {
  const folder = dirname(path);
  return join((await fileIdentity(folder)) ?? folder, foldName(basename(path)));
}

/**
 * Sees to it that the result is not written into a file that is read (`raingan extract a.txt >> a.txt`).
 *
 * @throws UsageError
 */
export function assertStandardOutputApart(identities: ReadonlySet<string>): void {
  const { dev, ino } = fstatSync(STANDARD_OUTPUT, { bigint: true });
  if (ino !== 0n && identities.has(`${dev}:${ino}`)) {
    throw new UsageError("the result would be written into the file that is to be read. Add --out DIR.");
  }
}
