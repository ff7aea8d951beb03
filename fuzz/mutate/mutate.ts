import type { Random } from "../../maker/random.ts";
import type { SeedKind } from "../seeds/seed.ts";
import { BYTE_MUTATIONS } from "./byte-mutations.ts";
import { JPEG_MUTATIONS } from "./jpeg-mutations.ts";
import type { Mutation } from "./mutation.ts";
import { PDF_MUTATIONS } from "./pdf-mutations.ts";
import { PNG_MUTATIONS } from "./png-mutations.ts";
import { JSON_MUTATIONS, TABLE_MUTATIONS } from "./table-mutations.ts";
import { TEXT_MUTATIONS } from "./text-mutations.ts";
import { TIFF_MUTATIONS } from "./tiff-mutations.ts";

/** What knows the format, by the format of the file. */
export type Format = "pdf" | "png" | "jpeg" | "tiff" | "text" | "csv" | "json";

const OF_FORMAT: Readonly<Record<Format, readonly Mutation[]>> = {
  pdf: PDF_MUTATIONS,
  png: PNG_MUTATIONS,
  jpeg: JPEG_MUTATIONS,
  tiff: TIFF_MUTATIONS,
  text: TEXT_MUTATIONS,
  csv: [...TABLE_MUTATIONS, ...TEXT_MUTATIONS],
  json: [...JSON_MUTATIONS, ...JSON_MUTATIONS, ...TEXT_MUTATIONS],
};

/** A file with more says little that a smaller one does not, and takes longer to say it. */
const MOST_BYTES = 4 * 2 ** 20;
const LIKELY_BYTES = 0.4;

export interface Mutated {
  readonly bytes: Buffer;
  /** The names of what was done, in order. */
  readonly mutations: readonly string[];
}

/** Spoils a file in one to four ways, those of its format and those of any bytes. */
export function mutate(bytes: Buffer, format: Format, random: Random, donor: Buffer): Mutated {
  const count = random.weighted([
    [1, 5],
    [2, 3],
    [3, 1],
    [4, 1],
  ] as const);
  let changed = bytes;
  const mutations: string[] = [];
  for (let left = count; left > 0; left -= 1) {
    const mutation = random.pick(random.chance(LIKELY_BYTES) ? BYTE_MUTATIONS : OF_FORMAT[format]);
    const next = mutation.apply(changed, random, donor);
    if (next.length > MOST_BYTES) continue;
    changed = next;
    mutations.push(mutation.name);
  }
  return { bytes: changed, mutations };
}

export function formatOf(kind: SeedKind, fileName: string): Format {
  if (kind === "transcript") return "text";
  if (kind === "dictionary" || kind === "roster" || kind === "extraction") {
    return fileName.endsWith(".json") ? "json" : "csv";
  }
  return kind;
}
