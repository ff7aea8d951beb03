import type { Random } from "../../maker/random.ts";
import type { Mutation } from "./mutation.ts";
import { paintPixels } from "./paint-pixels.ts";

const ENTRY_BYTES = 12;
const MOST_DIRECTORIES = 16;

/** The places of a classic TIFF's directories and of their entries. */
interface Directory {
  readonly at: number;
  readonly entries: readonly number[];
  /** Where the place of the next directory stands. */
  readonly nextAt: number;
}

/** Reads and writes numbers in the file's own byte order. */
interface Numbers {
  readonly read16: (at: number) => number;
  readonly read32: (at: number) => number;
  readonly write16: (value: number, at: number) => void;
  readonly write32: (value: number, at: number) => void;
}

function numbersOf(bytes: Buffer): Numbers {
  const isLittle = bytes[0] === 0x49;
  return {
    read16: (at) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    read32: (at) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
    write16: (value, at) => void (isLittle ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at)),
    write32: (value, at) => void (isLittle ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at)),
  };
}

export function readDirectories(bytes: Buffer): Directory[] {
  const directories: Directory[] = [];
  if (bytes.length < 8) return directories;
  const { read16, read32 } = numbersOf(bytes);
  let at = read32(4);
  while (at > 0 && at + 2 <= bytes.length && directories.length < MOST_DIRECTORIES) {
    const start = at;
    const count = read16(start);
    const nextAt = start + 2 + count * ENTRY_BYTES;
    if (nextAt + 4 > bytes.length || directories.some((other) => other.at === start)) break;
    directories.push({
      at: start,
      entries: Array.from({ length: count }, (_, index) => start + 2 + index * ENTRY_BYTES),
      nextAt,
    });
    at = read32(nextAt);
  }
  return directories;
}

function directoryMutation(
  name: string,
  change: (numbers: Numbers, directory: Directory, random: Random, bytes: Buffer) => void,
): Mutation {
  return {
    name,
    apply(bytes, random) {
      const changed = Buffer.from(bytes);
      const directories = readDirectories(changed).filter(({ entries }) => entries.length > 0);
      if (directories.length > 0) change(numbersOf(changed), random.pick(directories), random, changed);
      return changed;
    },
  };
}

const VALUES: readonly number[] = [
  0, 1, 2, 3, 7, 8, 500, 65_535, 100_000, 0x7fffffff, 0x80000000, 0xffffffff,
];
const WIDTH_TAG = 256;
const HEIGHT_TAG = 257;

/** What makes a TIFF wrong: directories in a ring, tags with other types, counts, values and places. */
export const TIFF_MUTATIONS: readonly Mutation[] = [
  directoryMutation("tiff-ring", ({ write32 }, { at, nextAt }, random, bytes) =>
    write32(random.pick([at, 8, 4, nextAt, bytes.length, bytes.length - 1]), nextAt),
  ),
  directoryMutation("tiff-value", ({ write32 }, { entries }, random) =>
    write32(random.pick(VALUES), random.pick(entries) + 8),
  ),
  directoryMutation("tiff-count", ({ write32 }, { entries }, random) =>
    write32(random.pick(VALUES), random.pick(entries) + 4),
  ),
  directoryMutation("tiff-type", ({ write16 }, { entries }, random) =>
    write16(random.pick([0, 1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 16, 255, 65_535]), random.pick(entries) + 2),
  ),
  directoryMutation("tiff-tag", ({ write16 }, { entries }, random) =>
    write16(
      random.pick([
        254, 256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 282, 317, 320, 322, 323, 330, 338, 339,
        347, 34_665, 34_675,
      ]),
      random.pick(entries),
    ),
  ),
  directoryMutation("tiff-size", ({ read16, write16, write32 }, { entries }, random) => {
    for (const entry of entries) {
      if (![WIDTH_TAG, HEIGHT_TAG].includes(read16(entry)) || random.chance(0.3)) continue;
      // As LONG, so that the value stands there whatever its type was.
      write16(4, entry + 2);
      write32(1, entry + 4);
      write32(random.pick(VALUES), entry + 8);
    }
  }),
  directoryMutation("tiff-entry-count", ({ write16 }, { at }, random) =>
    write16(random.pick([0, 1, 3, 200, 4_096, 65_535]), at),
  ),
  {
    name: "tiff-pixels",
    apply(bytes, random) {
      const [first] = readDirectories(bytes);
      // The pages that are made here have their pixels right behind their directories.
      const start = first === undefined ? 0 : Math.min(bytes.length, first.nextAt + 4);
      return Buffer.concat([bytes.subarray(0, start), paintPixels(bytes.subarray(start), random)]);
    },
  },
  {
    name: "tiff-more-pages",
    apply(bytes, random) {
      const [first, ...others] = readDirectories(bytes);
      const last = others.at(-1) ?? first;
      if (first === undefined || last === undefined) return Buffer.from(bytes);
      const copies = random.pick([2, 10, 40]);
      const entries = bytes.subarray(first.at, first.nextAt);
      const stride = entries.length + 4;
      const base = bytes.length + (bytes.length % 2);
      const changed = Buffer.alloc(base + stride * copies);
      bytes.copy(changed);
      const { write32 } = numbersOf(changed);
      write32(base, last.nextAt);
      for (let copy = 0; copy < copies; copy += 1) {
        entries.copy(changed, base + copy * stride);
        write32(copy + 1 < copies ? base + (copy + 1) * stride : 0, base + copy * stride + entries.length);
      }
      return changed;
    },
  },
];
