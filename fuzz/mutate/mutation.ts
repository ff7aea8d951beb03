import type { Random } from "../../maker/random.ts";

/** One way to spoil a file. It gives other bytes and leaves those it was given as they are. */
export interface Mutation {
  readonly name: string;
  /** @param donor another seed file, for those that take parts from it */
  readonly apply: (bytes: Buffer, random: Random, donor: Buffer) => Buffer;
}

/** Replaces the bytes from `start` to before `end`. */
export function splice(bytes: Buffer, start: number, end: number, replacement: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, start), replacement, bytes.subarray(end)]);
}

/** A place in a file of this many bytes; 0 in an empty one. */
export function place(random: Random, length: number): number {
  return length === 0 ? 0 : random.integer(0, length - 1);
}

/** A stretch of the file; most are short, as damage is. */
export function stretch(random: Random, length: number): { readonly start: number; readonly end: number } {
  const start = place(random, length);
  const longest = random.weighted([
    [8, 5],
    [128, 3],
    [4096, 2],
    [length, 1],
  ] as const);
  return { start, end: Math.min(length, start + random.integer(1, Math.max(1, longest))) };
}

/** The same for a file that is read as text, one character a byte. */
export function textMutation(
  name: string,
  change: (text: string, random: Random, donor: string) => string,
): Mutation {
  return {
    name,
    apply: (bytes, random, donor) =>
      Buffer.from(change(bytes.toString("latin1"), random, donor.toString("latin1")), "latin1"),
  };
}

/** Replaces one of the places where `pattern` stands; the text itself where it stands nowhere. */
export function replaceOne(
  text: string,
  pattern: RegExp,
  random: Random,
  replacement: (found: RegExpExecArray) => string,
): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const match = random.pick(found);
  return text.slice(0, match.index) + replacement(match) + text.slice(match.index + match[0].length);
}
