import type { Random } from "../../maker/random.ts";
import { stretch } from "./mutation.ts";

/** A level for the pixel at `at`, of those that were there. */
type Paint = (at: number, old: number) => number;

const PERIODS: readonly number[] = [2, 3, 7, 25, 62, 63, 125, 500, 501, 1_000, 5_000];

/** What a spoilt scan looks like: noise, black, dots, rules everywhere, shifted rows, ink where paper was. */
function choosePaint(random: Random, bytes: Buffer): Paint {
  const period = random.pick(PERIODS);
  const share = random.pick([0.001, 0.02, 0.3]);
  const shift = random.integer(-600, 600);
  return random.pick<Paint>([
    () => random.integer(0, 255),
    () => 0,
    () => 255,
    () => 128,
    (_, old) => (random.chance(share) ? 0 : old),
    (_, old) => (random.chance(share) ? 255 : old),
    (at) => (at % period < period / 2 ? 0 : 255),
    (at, old) => (at % period === 0 ? 0 : old),
    (at, old) => (Math.floor(at / period) % 9 === 0 ? 0 : old),
    (at) => (Math.floor(at / period) * 7) & 0xff,
    (_, old) => 255 - old,
    (at) => bytes[(at + shift + bytes.length) % bytes.length]!,
    (at) => bytes[Math.floor(at / 3)]!,
    (at) => bytes[(at * 2) % bytes.length]!,
    (at) => bytes[bytes.length - 1 - at]!,
  ]);
}

/** Pixels as a picture of the same size may have them; most often all of them are painted, else a part. */
export function paintPixels(bytes: Buffer, random: Random): Buffer {
  const painted = Buffer.from(bytes);
  if (bytes.length === 0) return painted;
  const paint = choosePaint(random, bytes);
  const { start, end } = random.chance(0.6) ? { start: 0, end: bytes.length } : stretch(random, bytes.length);
  for (let at = start; at < end; at += 1) painted[at] = paint(at, bytes[at]!);
  return painted;
}
