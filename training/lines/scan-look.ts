import { addGrain } from "../../maker/effects/add-grain.ts";
import { addNoise } from "../../maker/effects/add-noise.ts";
import { addShowThrough } from "../../maker/effects/add-show-through.ts";
import { addSpecks } from "../../maker/effects/add-specks.ts";
import { addStamp } from "../../maker/effects/add-stamp.ts";
import { adjustTone, threshold } from "../../maker/effects/adjust-tone.ts";
import { blur } from "../../maker/effects/blur.ts";
import { breakStrokes } from "../../maker/effects/break-strokes.ts";
import { compressJpeg } from "../../maker/effects/compress-jpeg.ts";
import { sendByFax } from "../../maker/effects/send-by-fax.ts";
import { shadePaper } from "../../maker/effects/shade-paper.ts";
import { weighInk } from "../../maker/effects/weigh-ink.ts";
import type { Random } from "../../maker/random.ts";
import type { GrayImage } from "../../src/model/image.ts";

/** How hard printing, copying and scanning were on the line. */
export type Wear = "clean" | "office" | "copy" | "bad";

const WEARS: readonly (readonly [Wear, number])[] = [
  ["clean", 1],
  ["office", 5],
  ["copy", 3],
  ["bad", 1],
];

/** Factors of the effects' sizes, and of how often they occur. */
const STRENGTH: Readonly<Record<Wear, number>> = { clean: 0.25, office: 0.6, copy: 1, bad: 1.4 };

/** Ink and optics; lengths in shares of `bodyPx`, the height of a letter without marks. */
function wearInk(image: GrayImage, bodyPx: number, strength: number, random: Random): GrayImage {
  let result = image;
  // Strokes of regular print are about a tenth of the body: a thinning by more than a third of that leaves nothing.
  if (random.chance(0.6 * strength)) {
    const amount = bodyPx * random.normal(0.008, 0.03) * strength;
    result = weighInk(
      result,
      { amountPx: Math.max(-bodyPx * 0.035, Math.min(bodyPx * 0.07, amount)) },
      random,
    );
  }
  if (random.chance(0.75)) {
    result = blur(
      result,
      { sigmaPx: bodyPx * random.between(0.01, 0.055) * Math.min(1.2, strength + 0.2) },
      random,
    );
  }
  if (random.chance(0.14 * strength)) {
    result = breakStrokes(
      result,
      {
        sizePx: bodyPx * random.between(0.1, 0.5),
        share: random.between(0.03, 0.22),
        fade: random.between(0.3, 0.9),
      },
      random,
    );
  }
  // Faint print: toner that runs out, a light photocopy.
  if (random.chance(0.15 * strength)) {
    result = adjustTone(
      result,
      {
        contrast: random.between(0.35, 0.8),
        brightness: random.between(10, 70),
        gamma: random.between(0.7, 1.3),
      },
      random,
    );
  }
  return result;
}

function wearPaper(image: GrayImage, bodyPx: number, strength: number, random: Random): GrayImage {
  let result = image;
  if (random.chance(0.08 * strength)) {
    result = addShowThrough(
      result,
      { strength: random.between(0.04, 0.22), blurPx: bodyPx * random.between(0.03, 0.1) },
      random,
    );
  }
  if (random.chance(0.03)) {
    result = addStamp(
      result,
      {
        acrossShare: random.next(),
        downShare: random.between(-1, 2),
        radiusPx: bodyPx * random.between(3, 6),
        level: random.between(100, 190),
      },
      random,
    );
  }
  // The pipeline lifts the paper to white; what it misses stays as a light tint.
  if (random.chance(0.3 * strength)) {
    result = shadePaper(
      result,
      {
        level: random.between(200, 252),
        gradient: random.between(0, 0.12),
        directionDegrees: random.between(0, 360),
        unevenness: random.between(0, 0.1),
      },
      random,
    );
  }
  if (random.chance(0.2 * strength))
    result = addGrain(result, { sizePx: random.between(1.2, 4), amplitude: random.between(3, 18) }, random);
  if (random.chance(0.6)) result = addNoise(result, { sigma: random.between(1, 16) * strength }, random);
  if (random.chance(0.2 * strength)) {
    result = addSpecks(
      result,
      {
        perMegapixel: random.between(50, 900),
        maxRadiusPx: Math.max(1, bodyPx * 0.06),
        darkShare: random.between(0.3, 1),
        strength: random.between(0.4, 1),
      },
      random,
    );
  }
  return result;
}

/** Brings the image down to what the file holds: two levels, JPEG blocks, a fax, or grey as it is. */
async function storeFile(
  image: GrayImage,
  dpi: number,
  strength: number,
  random: Random,
): Promise<GrayImage> {
  const level = Math.max(90, Math.min(215, random.normal(150, 24)));
  const kind = random.weighted([
    ["gray", 45],
    ["bilevel", 30],
    ["jpeg", 20],
    ["fax", 3.5 * strength],
  ] as const);
  if (kind === "bilevel") return threshold(image, { level }, random);
  if (kind === "jpeg") return compressJpeg(image, random.integer(25, 90));
  if (kind === "fax")
    return sendByFax(image, { dpi, linesPerInch: random.chance(0.8) ? 196 : 98, level }, random);
  return image;
}

/** Lifts the paper to white as the pipeline's page cleaning does; pixels near the paper's grey become white. */
function whitenPaper(image: GrayImage, random: Random): GrayImage {
  const counts = new Uint32Array(256);
  for (const value of image.data) counts[value]! += 1;
  let paper = 255;
  for (let level = 254; level > 120; level -= 1) if (counts[level]! > counts[paper]!) paper = level;
  return adjustTone(
    image,
    { contrast: 255 / Math.max(1, paper - random.between(2, 12)), brightness: 0, gamma: 1 },
    random,
  );
}

/** Puts the wear of one print and scan on a line. The geometry stays. */
export async function applyScanLook(
  image: GrayImage,
  bodyPx: number,
  dpi: number,
  random: Random,
): Promise<GrayImage> {
  const wear = random.weighted(WEARS);
  const strength = STRENGTH[wear];
  const worn = wearPaper(wearInk(image, bodyPx, strength, random), bodyPx, strength, random);
  const stored = await storeFile(worn, dpi, strength, random);
  return random.chance(0.7) ? whitenPaper(stored, random) : stored;
}
