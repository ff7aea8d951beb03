import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeRandom } from "../../maker/random.ts";
import type { FontChoice } from "../lines/choose-setting.ts";
import { makeLine, PIPELINE_SHARES } from "../lines/make-line.ts";
import { isBareNumber } from "../text/bare-number.ts";
import { writeLineText } from "../text/line-text.ts";
import type { LineKind } from "../text/line-text.ts";
import type { TextSources } from "../text/text-sources.ts";
import { openFolder } from "../work-folder.ts";

interface ValidationSet {
  readonly name: string;
  readonly lines: number;
  readonly fonts: FontChoice;
  /** Only lines of these kinds; all of them where left out. */
  readonly kinds?: readonly LineKind[];
}

/**
 * The sets by which models are compared. None of their phrases, place names and words is in training; nonsense and signs
 * are left to training, since nobody prints them.
 */
const VALIDATION_SETS: readonly ValidationSet[] = [
  { name: "seen-fonts", lines: 450, fonts: "training" },
  { name: "unseen-fonts", lines: 500, fonts: "held-out" },
  { name: "older-styles", lines: 250, fonts: "older-styles" },
  { name: "numbers", lines: 300, fonts: "training", kinds: ["number", "date"] },
];

/** 2,000 lines of the same kinds. */
const FRESH_SETS: readonly ValidationSet[] = [
  { name: "seen-fonts", lines: 700, fonts: "training" },
  { name: "unseen-fonts", lines: 700, fonts: "held-out" },
  { name: "older-styles", lines: 300, fonts: "older-styles" },
  { name: "numbers", lines: 300, fonts: "training", kinds: ["number", "date"] },
];

const VALIDATION_SEED = "validation";

/** Where the pictures of a set are, and what stands on them. */
export interface ValidationLines {
  readonly name: string;
  readonly imagePaths: readonly string[];
  readonly texts: readonly string[];
  /** The pictures with faint print that the pipeline reads in doubt, null where they have none; for fresh lines only. */
  readonly faintPaths: readonly (string | null)[];
}

async function makeSet(set: ValidationSet, sources: TextSources, seed: string): Promise<ValidationLines> {
  const folder = join(openFolder(seed === VALIDATION_SEED ? "validation" : "fresh"), setFolder(set, seed));
  const textFile = join(folder, "texts.json");
  const faintFile = join(folder, "faint.json");
  const isFresh = seed !== VALIDATION_SEED;
  const nameAt = (index: number): string => String(index + 1).padStart(4, "0");
  if (!existsSync(textFile) || (isFresh && !existsSync(faintFile))) {
    mkdirSync(folder, { recursive: true });
    const texts: string[] = [];
    const haveFaint: boolean[] = [];
    const random = makeRandom(`${seed}/${set.name}`);
    // A look in which no line can be read must not come again and again.
    let dropped = 0;
    while (texts.length < set.lines) {
      const line = writeLineText(sources, random);
      if (line.kind === "nonsense" || !(set.kinds ?? [line.kind]).includes(line.kind)) continue;
      const sample = await makeLine(
        line,
        set.fonts,
        random.fork(dropped === 0 ? String(texts.length) : `${texts.length}-${dropped}`),
        PIPELINE_SHARES,
      );
      dropped = sample === null ? dropped + 1 : 0;
      if (sample === null) continue;
      const path = join(folder, nameAt(texts.length));
      texts.push(line.text);
      writeFileSync(`${path}.png`, sample.png);
      if (!isFresh) continue;
      const faint = await sample.drawFaint();
      haveFaint.push(faint !== null);
      if (faint !== null) writeFileSync(`${path}-faint.png`, faint);
    }
    if (isFresh) writeFileSync(faintFile, JSON.stringify(haveFaint));
    writeFileSync(textFile, JSON.stringify(texts, null, 1));
  }
  const texts = JSON.parse(readFileSync(textFile, "utf8")) as string[];
  const haveFaint = isFresh ? (JSON.parse(readFileSync(faintFile, "utf8")) as boolean[]) : [];
  return {
    name: set.name,
    imagePaths: texts.map((_, index) => join(folder, `${nameAt(index)}.png`)),
    texts,
    faintPaths: texts.map((_, index) =>
      haveFaint[index] === true ? join(folder, `${nameAt(index)}-faint.png`) : null,
    ),
  };
}

function setFolder(set: ValidationSet, seed: string): string {
  return seed === VALIDATION_SEED ? set.name : join(seed, set.name);
}

/** Draws the validation sets, once; later calls find them. */
export async function makeValidation(sources: TextSources): Promise<ValidationLines[]> {
  return makeSets(sources, VALIDATION_SETS, VALIDATION_SEED);
}

/**
 * Draws lines that no choice was ever made by: for the figures that are reported. Larger than the validation sets, and
 * of a seed of their own.
 */
export async function makeFreshLines(sources: TextSources, seed: string): Promise<ValidationLines[]> {
  return makeSets(sources, FRESH_SETS, seed);
}

async function makeSets(
  sources: TextSources,
  sets: readonly ValidationSet[],
  seed: string,
): Promise<ValidationLines[]> {
  const made: ValidationLines[] = [];
  for (const set of sets) made.push(await makeSet(set, sources, seed));
  return made;
}

/** What the net for numbers can be asked to read: the lines that are nothing but a number. */
export function numberLinesOf(sets: readonly ValidationLines[]): ValidationLines[] {
  return sets.map(({ name, imagePaths, faintPaths, texts }) => ({
    name,
    imagePaths: imagePaths.filter((_, index) => isBareNumber(texts[index]!)),
    faintPaths: faintPaths.filter((_, index) => isBareNumber(texts[index]!)),
    texts: texts.filter(isBareNumber),
  }));
}
