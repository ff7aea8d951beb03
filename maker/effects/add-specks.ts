import type { ImageEffect } from "./image-effect.ts";
import { clampByte } from "./image-effect.ts";

export interface SpeckParameters {
  readonly perMegapixel: number;
  readonly maxRadiusPx: number;
  /** Share of dark specks (dirt, toner); the others are white ones, which show in ink only. */
  readonly darkShare: number;
  /** How much of the difference to full black or white a speck takes, 0 to 1. */
  readonly strength: number;
}

/** Salt and pepper: round specks of random size and place, most of them small. */
export const addSpecks: ImageEffect<SpeckParameters> = (image, parameters, random) => {
  const { widthPx, heightPx } = image;
  const data = Uint8Array.from(image.data);
  const expected = (parameters.perMegapixel * widthPx * heightPx) / 1e6;
  // The part after the point by chance, so that small images get their share too.
  const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
  for (let speck = 0; speck < count; speck += 1) {
    const [centerX, centerY] = [random.between(0, widthPx), random.between(0, heightPx)];
    const radius = Math.max(0.6, parameters.maxRadiusPx * random.next() ** 2);
    const aim = random.chance(parameters.darkShare) ? 0 : 255;
    const strength = parameters.strength * random.between(0.6, 1);
    for (
      let y = Math.max(0, Math.floor(centerY - radius));
      y < Math.min(heightPx, centerY + radius);
      y += 1
    ) {
      for (
        let x = Math.max(0, Math.floor(centerX - radius));
        x < Math.min(widthPx, centerX + radius);
        x += 1
      ) {
        const cover = Math.min(1, radius + 0.5 - Math.hypot(x + 0.5 - centerX, y + 0.5 - centerY));
        if (cover <= 0) continue;
        const index = y * widthPx + x;
        data[index] = clampByte(Math.round(data[index]! + (aim - data[index]!) * strength * cover));
      }
    }
  }
  return { ...image, data };
};
