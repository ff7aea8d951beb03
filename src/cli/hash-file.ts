import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";

/** The SHA-256 of a file in hexadecimal digits; it is never in memory as a whole. Rejects where it cannot be read. */
export async function hashFile(filePath: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(filePath), hash, signal === undefined ? {} : { signal });
  return hash.digest("hex");
}
