import { place, splice, stretch, type Mutation } from "./mutation.ts";

/** Values at which lengths, offsets and counts turn over. */
const TURNING_POINTS: readonly number[] = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe,
  0xffffffff,
];
const MOST_BYTES_FLIPPED = 16;
const MOST_COPIES = 8;

/** What a bad disk, a cut transfer or a hostile hand does to any file. */
export const BYTE_MUTATIONS: readonly Mutation[] = [
  {
    name: "flip-bits",
    apply(bytes, random) {
      const changed = Buffer.from(bytes);
      if (changed.length === 0) return changed;
      for (let left = random.integer(1, MOST_BYTES_FLIPPED); left > 0; left -= 1) {
        changed[place(random, changed.length)]! ^= 1 << random.integer(0, 7);
      }
      return changed;
    },
  },
  {
    name: "set-bytes",
    apply(bytes, random) {
      const { start, end } = stretch(random, bytes.length);
      return Buffer.from(bytes).fill(random.pick([0x00, 0xff, 0x20, 0x0a, 0x41]), start, end);
    },
  },
  {
    name: "random-bytes",
    apply(bytes, random) {
      const changed = Buffer.from(bytes);
      const { start, end } = stretch(random, bytes.length);
      for (let at = start; at < end; at += 1) changed[at] = random.integer(0, 255);
      return changed;
    },
  },
  {
    name: "delete",
    apply(bytes, random) {
      const { start, end } = stretch(random, bytes.length);
      return splice(bytes, start, end, Buffer.alloc(0));
    },
  },
  {
    name: "insert",
    apply(bytes, random) {
      const at = place(random, bytes.length);
      const inserted = Buffer.from(
        Array.from({ length: random.integer(1, 64) }, () => random.integer(0, 255)),
      );
      return splice(bytes, at, at, inserted);
    },
  },
  {
    name: "duplicate",
    apply(bytes, random) {
      const { start, end } = stretch(random, bytes.length);
      const copies = Array.from({ length: random.integer(1, MOST_COPIES) }, () => bytes.subarray(start, end));
      return splice(bytes, end, end, Buffer.concat(copies));
    },
  },
  {
    name: "cut-off",
    apply: (bytes, random) => Buffer.from(bytes.subarray(0, place(random, bytes.length))),
  },
  {
    name: "lose-beginning",
    apply: (bytes, random) => Buffer.from(bytes.subarray(stretch(random, Math.min(64, bytes.length)).end)),
  },
  {
    name: "splice-other",
    apply: (bytes, random, donor) =>
      Buffer.concat([
        bytes.subarray(0, place(random, bytes.length)),
        donor.subarray(place(random, donor.length)),
      ]),
  },
  {
    name: "insert-other",
    apply(bytes, random, donor) {
      const at = place(random, bytes.length);
      const { start, end } = stretch(random, donor.length);
      return splice(bytes, at, at, donor.subarray(start, end));
    },
  },
  {
    name: "turning-point",
    apply(bytes, random) {
      const changed = Buffer.from(bytes);
      const width = random.pick([1, 2, 4] as const);
      if (changed.length < width) return changed;
      // Headers are where numbers mean most.
      const reach = random.chance(0.5) ? Math.min(changed.length, 512) : changed.length;
      const at = random.integer(0, Math.max(0, reach - width));
      const value = random.pick(TURNING_POINTS) % 2 ** (8 * width);
      if (random.chance(0.5)) changed.writeUIntLE(value, at, width);
      else changed.writeUIntBE(value, at, width);
      return changed;
    },
  },
  {
    name: "swap",
    apply(bytes, random) {
      const [a, b] = [stretch(random, bytes.length), stretch(random, bytes.length)].toSorted(
        (left, right) => left.start - right.start,
      ) as [{ start: number; end: number }, { start: number; end: number }];
      const firstEnd = Math.min(a.end, b.start);
      return Buffer.concat([
        bytes.subarray(0, a.start),
        bytes.subarray(b.start, b.end),
        bytes.subarray(firstEnd, b.start),
        bytes.subarray(a.start, firstEnd),
        bytes.subarray(b.end),
      ]);
    },
  },
];
