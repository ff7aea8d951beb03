import { rotate } from "../../maker/effects/rotate.ts";
import { warp } from "../../maker/effects/warp.ts";
import { makeRandom } from "../../maker/random.ts";
import type { Random } from "../../maker/random.ts";
import type { PixelRect } from "../../src/model/box.ts";
import type { GrayImage } from "../../src/model/image.ts";

/** The skew that is left after the page was put straight, now and then a line that wasn't, and a slight wave. */
export function makeBend(bodyPx: number, random: Random): (image: GrayImage) => GrayImage {
  const degrees = random.chance(0.5) ? Math.max(-1.1, Math.min(1.1, random.normal(0, 0.35))) : 0;
  const waves = random.chance(0.08)
    ? { amplitudePx: bodyPx * random.between(0.02, 0.07), waveLengthPx: bodyPx * random.between(12, 50) }
    : null;
  const waveSeed = String(random.uint32());
  return (image) => {
    const turned = rotate(image, { degrees, fill: "white" }, random);
    // A fresh stream each time: the line and the mask of its ink have to bend alike.
    return waves === null ? turned : warp(turned, waves, makeRandom(waveSeed));
  };
}

function fillRect(image: GrayImage, rect: PixelRect, level: number): void {
  for (let y = Math.max(0, rect.top); y < Math.min(image.heightPx, rect.bottom); y += 1) {
    image.data.fill(
      level,
      y * image.widthPx + Math.max(0, rect.left),
      y * image.widthPx + Math.min(image.widthPx, Math.max(0, rect.right)),
    );
  }
}

/**
 * What table rules do to a line: a rest of a rule along an edge, short pieces of it, or the white band that stays where
 * a rule was taken out of the ink. `ink` is where the text stands.
 */
export function addRuleTraces(image: GrayImage, ink: PixelRect, bodyPx: number, random: Random): GrayImage {
  const result = { ...image, data: Uint8Array.from(image.data) };
  const thickness = Math.max(1, Math.round(bodyPx * random.between(0.04, 0.1)));
  const gray = random.integer(0, 140);
  const kind = random.weighted([
    ["vertical", 3],
    ["horizontal", 2],
    ["pieces", 3],
    ["gap", 2],
  ] as const);
  if (kind === "vertical") {
    const x = random.chance(0.5)
      ? ink.left - Math.round(bodyPx * random.between(0.15, 0.35))
      : ink.right + Math.round(bodyPx * random.between(0.15, 0.35));
    const [top, bottom] = random.chance(0.5)
      ? [0, image.heightPx]
      : [ink.top, random.integer(ink.top, ink.bottom)];
    fillRect(result, { left: x, right: x + thickness, top, bottom }, gray);
    return result;
  }
  const atBottom = random.chance(0.5);
  const edge = atBottom ? ink.bottom : ink.top;
  const y = edge + Math.round(bodyPx * random.between(-0.12, 0.12));
  if (kind === "horizontal")
    fillRect(result, { left: 0, right: image.widthPx, top: y, bottom: y + thickness }, gray);
  if (kind === "gap") fillRect(result, { left: 0, right: image.widthPx, top: y, bottom: y + thickness }, 255);
  if (kind === "pieces") {
    for (let piece = random.integer(1, 5); piece > 0; piece -= 1) {
      const left = random.integer(0, image.widthPx - 1);
      fillRect(
        result,
        {
          left,
          right: left + random.integer(2, Math.max(3, Math.round(bodyPx))),
          top: y,
          bottom: y + thickness,
        },
        gray,
      );
    }
  }
  return result;
}
