import { join } from "node:path";
import { outputNames } from "./output-names.ts";

/** Where that goes which is made from a file. */
export interface Destination {
  readonly filePath: string;
  /** `null` for standard output. */
  readonly outputPath: string | null;
  /** The folder for the pictures of its pages, `null` for none. */
  readonly overlayDir: string | null;
}

/**
 * Where the results of files go; no two share a place on any file system.
 *
 * @param outDir `null` for standard output
 * @param overlayRoot where each file has a folder for the pictures of its pages, `null` for none
 */
export function planOutputs(
  filePaths: readonly string[],
  outDir: string | null,
  overlayRoot: string | null,
): readonly Destination[] {
  const names = outputNames(filePaths);
  return filePaths.map((filePath, index) => ({
    filePath,
    outputPath: outDir === null ? null : join(outDir, `${names[index]!}.json`),
    overlayDir: overlayRoot === null ? null : join(overlayRoot, `${names[index]!}-overlay`),
  }));
}
