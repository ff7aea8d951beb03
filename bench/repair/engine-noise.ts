import type { Random } from "../../maker/random.ts";
import type { ReadSymbol } from "../../src/model/reading.ts";
import { normalizeThai } from "../../src/normalize/normalize-thai.ts";
import type { ConfidenceRow } from "../../src/repair/count-confidences.ts";
import type { ConfusionDictionary } from "../../src/repair/dictionary-schema.ts";

/** A text as some engine reads it, with the symbols that it came from. */
export interface NoisyText {
  /** Normalized. */
  readonly text: string;
  readonly symbols: readonly ReadSymbol[];
}

export type TextReader = (text: string) => NoisyText;

interface Confusion {
  readonly truth: string;
  readonly observed: string;
  readonly rate: number;
}

/** Reads what is printed, surely. */
export function readAsPrinted(text: string): NoisyText {
  return { text, symbols: Array.from(text, (character) => symbol(character, 1)) };
}

/**
 * Reading errors at the rates that were counted for the engine in use: what it does where, not what its letters look
 * like, and how sure it is of it. `factor` 1 is the engine on made documents, more is a worse scan.
 */
export function makeEngineNoise(
  measured: NonNullable<ConfusionDictionary["measured"]>,
  factor: number,
  random: Random,
): TextReader {
  const confusions = measured.confusions.map(({ truth, observed, count }): Confusion => {
    const printed =
      truth === ""
        ? measured.characters
        : Math.min(...Array.from(truth, (character) => measured.printed[character] ?? Infinity));
    return { truth, observed, rate: (factor * count) / printed };
  });
  const drawFor = (countOf: (row: ConfidenceRow) => number): (() => number) => {
    const choices = measured.confidences.map((row) => [row.percent / 100, countOf(row)] as const);
    return choices.some(([, weight]) => weight > 0) ? () => random.weighted(choices) : () => 1;
  };
  const draw = {
    right: drawFor((row) => row.characters - row.changed),
    wrong: drawFor((row) => row.changed),
    besideLost: drawFor((row) => row.missing),
  };
  return (text) => {
    const symbols: ReadSymbol[] = [];
    let isAfterLost = false;
    const add = (characters: string, confidence: () => number): void => {
      for (const character of characters) {
        symbols.push(symbol(character, isAfterLost ? draw.besideLost() : confidence()));
        isAfterLost = false;
      }
    };
    for (let index = 0; index < text.length;) {
      const here = confusions.find(
        ({ truth, rate }) => text.startsWith(truth, index) && text[index] !== "\n" && random.chance(rate),
      );
      if (here !== undefined) {
        add(here.observed, draw.wrong);
        if (here.observed === "") isAfterLost = true;
      }
      if (here === undefined || here.truth === "") add(text[index]!, draw.right);
      index += Math.max(1, here?.truth.length ?? 1);
    }
    return { text: normalizeThai(symbols.map((read) => read.text).join("")).text, symbols };
  };
}

function symbol(text: string, confidence: number): ReadSymbol {
  return { text, confidence, left: 0, right: 0 };
}
