import { stat } from "node:fs/promises";
import { refuseOutput, refusePictures } from "./found-output.ts";
import type { Claim, Refusal } from "./found-output.ts";
import { hashFile } from "./hash-file.ts";
import { lookAtOutput, lookAtPictures, readHead } from "./look-at-output.ts";
import type { Destination } from "./plan-outputs.ts";
import { SOURCE_HEAD_BYTES, readSource } from "./read-source.ts";
import { shownPath } from "./user-path.ts";

/** Sees to it that nothing is lost by what is written. */
export interface OutputGuard {
  /** Before a file is read: why it must not be, or `null`. A file that cannot be opened is left to those who read it. */
  check(destination: Destination): Promise<Refusal | null>;
  /** The same once its result is there under another name, since another run may have written meanwhile. */
  checkAgain(resultPath: string, outputPath: string): Promise<Refusal | null>;
}

export function guardOutputs(options: {
  /** The identities of all files that are read in this run. */
  readonly inputs: ReadonlySet<string>;
  readonly mayReplace: boolean;
  readonly signal: AbortSignal;
}): OutputGuard {
  const { inputs, mayReplace, signal } = options;
  const claimOf = async (filePath: string): Promise<Claim> => {
    const found = await stat(filePath);
    const sha256 = found.isFile() ? await hashFile(filePath, signal) : null;
    return { sha256, inputs, mayReplace };
  };
  return {
    async check({ filePath, outputPath, overlayDir }) {
      const output = outputPath === null ? null : await lookAtOutput(outputPath);
      const pictures = overlayDir === null ? null : await lookAtPictures(overlayDir);
      const found = [output, pictures].filter((each) => each !== null && each.kind !== "nothing");
      if (found.length === 0) return null;
      const claim = await claimOf(filePath).catch(() => null);
      signal.throwIfAborted();
      if (claim === null) return null;
      return (
        (output === null ? null : refuseOutput(shownPath(outputPath!), output, claim)) ??
        (pictures === null ? null : refusePictures(shownPath(overlayDir!), pictures, claim))
      );
    },
    async checkAgain(resultPath, outputPath) {
      const output = await lookAtOutput(outputPath);
      if (output.kind === "nothing") return null;
      const head = await readHead(resultPath, SOURCE_HEAD_BYTES);
      const sha256 = head === null ? null : (readSource(head.toString("utf8"))?.sha256 ?? null);
      return refuseOutput(shownPath(outputPath), output, { sha256, inputs, mayReplace });
    },
  };
}
