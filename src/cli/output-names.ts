import { createHash } from "node:crypto";
import { basename, dirname, extname } from "node:path";
import { splitThaiClusters } from "../repair/thai-clusters.ts";
import { shortestUnique } from "./shortest-unique.ts";

/** A name may have 255 bytes on most file systems; of these the longest of our endings needs some. */
const LONGEST_ENDING = "-overlay";
const MAX_NAME_BYTES = 255 - LONGEST_ENDING.length;
/** Of forty thousand names two would share these digits by chance once in a thousand runs. */
const HASH_DIGITS = 10;
/** Names of devices, which Windows gives to no file, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=[ .]*(?:\.|$))/iu;

/**
 * A name for the output of each file, without folder and ending: the file's own name, and as many folders in front
 * of it as it takes to tell it from its namesakes (`phaising-2566-scan`, `thalo-2566-scan`). Namesakes in one folder
 * keep their ending (`scan.pdf`, `scan.png`); where all that is not enough, a hash of the path follows. No two names are
 * the same to any file system, and each can be had on all of them.
 *
 * `filePaths` are absolute and all different; the names do not depend on their order.
 */
export function outputNames(filePaths: readonly string[]): readonly string[] {
  return shortestUnique(filePaths.map(namesByLength));
}

/** `/a/b/scan.pdf`: `scan`, `b-scan`, `a-b-scan`, `a-b-scan.pdf`, `scan-0123456789`. */
function namesByLength(path: string): readonly string[] {
  const name = basename(path, extname(path));
  const names = [name];
  for (let folder = dirname(path); basename(folder) !== ""; folder = dirname(folder)) {
    names.push(`${basename(folder)}-${names.at(-1)}`);
  }
  const hashed = withHash(name, path);
  return [...[...names, `${names.at(-1)}${extname(path)}`].map(fit), hashed];
}

/** The name itself where every file system takes it. */
function fit(name: string): string {
  const possible = name.replace(DEVICE, (device) => `${device}_`);
  return Buffer.byteLength(possible) <= MAX_NAME_BYTES ? possible : withHash(possible, name);
}

/** A name with a hash behind it, cut before it where it is too long; Thai marks stay with their letters. */
function withHash(name: string, hashed: string): string {
  const ending = `-${createHash("sha256").update(hashed).digest("hex").slice(0, HASH_DIGITS)}`;
  const possible = name.replace(DEVICE, (device) => `${device}_`);
  let [start, bytes] = ["", ending.length];
  for (const cluster of splitThaiClusters(possible)) {
    bytes += Buffer.byteLength(cluster);
    if (bytes > MAX_NAME_BYTES) break;
    start += cluster;
  }
  return `${start}${ending}`;
}
