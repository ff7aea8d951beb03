import type { Random } from "../../maker/random.ts";
import { normalizeThai } from "../../src/normalize/normalize-thai.ts";
import type { ConfusionDictionary } from "../../src/repair/dictionary-schema.ts";

interface Confusion {
  readonly truth: string;
  readonly observed: string;
  readonly rate: number;
}

/**
 * Reading errors at the rates that were counted for the engine in use: what it does where, not what its letters look
 * like. `factor` 1 is the engine on made documents, more is a worse scan.
 */
export function makeEngineNoise(
  measured: NonNullable<ConfusionDictionary["measured"]>,
  factor: number,
  random: Random,
): (text: string) => string {
  const confusions = measured.confusions.map(({ truth, observed, count }): Confusion => {
    const printed =
      truth === ""
        ? measured.characters
        : Math.min(...Array.from(truth, (character) => measured.printed[character] ?? Infinity));
    return { truth, observed, rate: (factor * count) / printed };
  });
  return (text) => {
    let noisy = "";
    for (let index = 0; index < text.length;) {
      const here = confusions.find(
        ({ truth, rate }) => text.startsWith(truth, index) && text[index] !== "\n" && random.chance(rate),
      );
      noisy += here?.observed ?? "";
      if (here === undefined || here.truth === "") noisy += text[index];
      index += Math.max(1, here?.truth.length ?? 1);
    }
    return normalizeThai(noisy).text;
  };
}
