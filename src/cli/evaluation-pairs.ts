import { existsSync, globSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { packageRoot } from "../run/default-model-path.ts";
import { UsageError } from "./exit-code.ts";
import { userPath } from "./user-path.ts";

/** An extraction, or a scan to be extracted, with the expected file that it is compared with. */
export interface EvaluationPair {
  readonly filePath: string;
  readonly truthPath: string;
}

/**
 * Finds the expected file of each name on the command line: named with `=`, given with `--expected`, or beside it.
 *
 * @throws UsageError where there is none.
 */
export function evaluationPairs(
  names: readonly string[],
  expected: string | null,
): readonly EvaluationPair[] {
  if (names.length === 0) return fixturePairs();
  const expectedPath = expected === null ? null : userPath(expected);
  if (expectedPath !== null && !existsSync(expectedPath)) {
    throw new UsageError(`--expected ${expected}: there is no such file or folder.`);
  }
  const isFolder = expectedPath !== null && statSync(expectedPath).isDirectory();
  if (expectedPath !== null && !isFolder && names.length > 1) {
    throw new UsageError(
      `--expected ${expected} is one file for ${names.length} files; name a folder, or write FILE=TRUTH.`,
    );
  }
  return names.map((name) => {
    const split = name.lastIndexOf("=");
    if (split > 0 && !existsSync(userPath(name))) {
      return { filePath: userPath(name.slice(0, split)), truthPath: userPath(name.slice(split + 1)) };
    }
    const filePath = userPath(name);
    if (expectedPath !== null && !isFolder) return { filePath, truthPath: expectedPath };
    return { filePath, truthPath: findTruth(filePath, expectedPath ?? dirname(filePath)) };
  });
}

function findTruth(filePath: string, folder: string): string {
  const stem = basename(filePath, extname(filePath));
  const candidates = [
    join(folder, `${stem}.expected.json`),
    join(folder, `${stem}.json`),
    join(folder, stem, "expected.json"),
    join(folder, basename(dirname(filePath)), "expected.json"),
    join(folder, "expected.json"),
  ];
  const found = candidates.find((candidate) => candidate !== filePath && existsSync(candidate));
  if (found !== undefined) return found;
  throw new UsageError(
    `${basename(filePath)}: no expected file in ${folder} (${stem}.expected.json, ${stem}.json, ${stem}/expected.json). ` +
      "Name it with --expected or FILE=TRUTH.",
  );
}

/**
 * The documents under `fixtures/` of the repository: `<name>.pdf` with `<name>.expected.json`, `scan.pdf` and
 * `transcript.txt` with `expected.json`.
 */
function fixturePairs(): readonly EvaluationPair[] {
  const folder = join(packageRoot(), "fixtures");
  const truths = globSync("**/{*.expected,expected}.json", { cwd: folder }).toSorted((a, b) =>
    a < b ? -1 : 1,
  );
  const pairs = truths.flatMap((truth) => {
    const names =
      basename(truth) === "expected.json"
        ? ["scan.pdf", "transcript.txt"]
        : [`${basename(truth, ".expected.json")}.pdf`];
    return names.map((name) => ({
      filePath: join(folder, dirname(truth), name),
      truthPath: join(folder, truth),
    }));
  });
  const present = pairs.filter((pair) => existsSync(pair.filePath));
  if (present.length === 0) {
    throw new UsageError(
      "there are no documents with expected files under fixtures/; name some to evaluate.",
    );
  }
  return present;
}
