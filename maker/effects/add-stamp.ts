import type { ImageEffect } from "./image-effect.ts";

export interface StampParameters {
  /** Place of its middle as a share of the page's width and height. */
  readonly acrossShare: number;
  readonly downShare: number;
  readonly radiusPx: number;
  /** Grey of full ink: about 110 for red, 90 for blue. */
  readonly level: number;
}

/** Ink of an office stamp at a polar position (radius 1 is the rim): two rings, lettering between them, an emblem. */
function stampInk(radius: number, angle: number): number {
  if (radius > 1) return 0;
  if (radius > 0.955 || (radius > 0.64 && radius < 0.67)) return 1;
  if (radius > 0.72 && radius < 0.9) {
    const letter = angle * 9;
    return Math.abs(Math.sin(letter * 1.7)) > 0.55 && Math.sin(letter * 5.3 + radius * 40) > -0.2 ? 1 : 0;
  }
  if (radius < 0.5) return Math.cos(angle * 6) * 0.25 + 0.25 > radius && Math.sin(radius * 60) > -0.5 ? 1 : 0;
  return 0;
}

/** A round stamp over the page, translucent and unevenly inked; its lettering can't be read. */
export const addStamp: ImageEffect<StampParameters> = (image, parameters, random) => {
  const { widthPx, heightPx } = image;
  const { radiusPx } = parameters;
  const [centerX, centerY] = [parameters.acrossShare * widthPx, parameters.downShare * heightPx];
  const turn = random.between(-0.3, 0.3);
  const data = Uint8Array.from(image.data);
  const top = Math.max(0, Math.floor(centerY - radiusPx));
  const left = Math.max(0, Math.floor(centerX - radiusPx));
  for (let y = top; y < Math.min(heightPx, centerY + radiusPx); y += 1) {
    for (let x = left; x < Math.min(widthPx, centerX + radiusPx); x += 1) {
      const [fromX, fromY] = [(x - centerX) / radiusPx, (y - centerY) / radiusPx];
      const ink = stampInk(Math.hypot(fromX, fromY), Math.atan2(fromY, fromX) + turn);
      if (ink === 0) continue;
      const light = 1 - ink * (1 - parameters.level / 255) * random.between(0.55, 1);
      data[y * widthPx + x] = Math.round(data[y * widthPx + x]! * light);
    }
  }
  return { ...image, data };
};
