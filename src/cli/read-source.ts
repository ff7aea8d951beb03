/** What a result says of the file that it was made from. */
export interface ResultSource {
  readonly fileName: string;
  readonly sha256: string;
}

/** A result of many pages may have gigabytes; what it was made from stands at its beginning. */
export const SOURCE_HEAD_BYTES = 64 * 2 ** 10;

const STRING = String.raw`"(?:[^"\\]|\\.)*"`;
const FLAT_OBJECT = String.raw`\{(?:[^{}"]|${STRING})*\}`;
const HEAD = new RegExp(
  String.raw`^\s*\{\s*"schemaVersion"\s*:\s*${STRING}\s*,\s*"producer"\s*:\s*(${FLAT_OBJECT})\s*,\s*"source"\s*:\s*(${FLAT_OBJECT})`,
  "u",
);

/** Reads from the beginning of a file which source it is an extraction of; `null` where the program did not write it. */
export function readSource(head: string): ResultSource | null {
  const match = HEAD.exec(head);
  if (match === null) return null;
  try {
    const producer = JSON.parse(match[1]!) as Readonly<Record<string, unknown>>;
    const { fileName, sha256 } = JSON.parse(match[2]!) as Readonly<Record<string, unknown>>;
    if (producer["name"] !== "raingan") return null;
    return typeof fileName === "string" && typeof sha256 === "string" ? { fileName, sha256 } : null;
  } catch {
    return null;
  }
}
