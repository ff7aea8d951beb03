import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";

const RANDOM_BYTES = 6;

/**
 * A name for what is not whole yet, in the folder of the file that it will become. It is short whatever that file is called:
 * eighty Thai letters fill a name already.
 *
 * @param pid the process whose run it is of, so that what a killed worker leaves can be found and removed at the end
 */
export function temporaryBeside(filePath: string, pid: number = process.pid): string {
  return join(dirname(filePath), `.raingan-${pid}-${randomBytes(RANDOM_BYTES).toString("hex")}.tmp`);
}

const TEMPORARY = /^\.raingan-(\d+)-[0-9a-f]{12}\.tmp$/u;

/** The process that a file's name says it is a temporary file of; `null` for every other name. */
export function pidOfTemporary(fileName: string): number | null {
  const pid = TEMPORARY.exec(fileName)?.[1];
  return pid === undefined ? null : Number(pid);
}
