import { imageSeeds } from "./image-seeds.ts";
import { commandSeeds } from "./command-seeds.ts";
import { pdfSeeds } from "./pdf-seeds.ts";
import type { Seed } from "./seed.ts";
import { textSeeds } from "./text-seeds.ts";

/** All seed files, always in the same order. */
export async function listSeeds(): Promise<readonly Seed[]> {
  return [...(await pdfSeeds()), ...(await imageSeeds()), ...textSeeds(), ...commandSeeds()];
}
