import { makeRandom } from "../../maker/random.ts";
import { formatOf, mutate } from "../mutate/mutate.ts";
import type { Seed, SeedKind } from "../seeds/seed.ts";

/** A spoilt file, made again from seed and index alone. */
export interface FuzzCase {
  readonly index: number;
  readonly kind: SeedKind;
  readonly seedName: string;
  /** What was done to the seed file, in order. */
  readonly mutations: readonly string[];
  /** Begins with the index, five digits long, by which its output and what is told of it are found. */
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** How many of a hundred cases are of a kind; PDFs are most, as they are in offices, and have most ways to be wrong. */
const KIND_SHARES: readonly (readonly [SeedKind, number])[] = [
  ["pdf", 34],
  ["transcript", 21],
  ["tiff", 12],
  ["jpeg", 10],
  ["png", 9],
  ["dictionary", 7],
  ["extraction", 5],
  ["roster", 2],
];
/** Names that offices give to files, and those that somebody gave to see what happens. */
const ODD_NAMES: readonly string[] = [
  "รายงาน ปี ๒๕๖๖ (แก้ไข)",
  "ก".repeat(70),
  "a\nb",
  "\u001b]0;x\u0007\u001b[2J",
  "#%&'\"`$(x)",
  "a.b.json",
  "\u202efdp",
];
const ODD_NAME_SHARE = 0.04;
const INDEX_DIGITS = 5;

/** What every name that belongs to a case begins with. */
export function casePrefix(index: number): string {
  return `${String(index).padStart(INDEX_DIGITS, "0")}-`;
}

export function makeCase(seed: string, index: number, seeds: readonly Seed[]): FuzzCase {
  const random = makeRandom(`${seed}:${index}`);
  const kind = random.weighted(KIND_SHARES.map(([name, share]) => [name, share] as const));
  const ofKind = seeds.filter((entry) => entry.kind === kind);
  const chosen = random.pick(ofKind);
  // Parts of a file of the same kind fit in more often, those of any other are a surprise.
  const donor = random.pick(random.chance(0.7) ? ofKind : seeds);
  const { bytes, mutations } = mutate(chosen.bytes, formatOf(kind, chosen.fileName), random, donor.bytes);
  const isOdd = isExtracted(kind) && random.chance(ODD_NAME_SHARE);
  const stem = isOdd ? random.pick(ODD_NAMES) : chosen.name;
  const fileName = isExtracted(kind) ? `${casePrefix(index)}${stem}${chosen.fileName}` : chosen.fileName;
  return { index, kind, seedName: chosen.name, mutations, fileName, bytes };
}

/** Whether files of a kind are handed to `extract`; the others have commands of their own. */
export function isExtracted(kind: SeedKind): boolean {
  return kind !== "dictionary" && kind !== "roster" && kind !== "extraction";
}
