import type { ImageEffect } from "./image-effect.ts";

export interface HoleParameters {
  readonly radiusPx: number;
  readonly marginPx: number;
  /** Distance of the two holes. */
  readonly gapPx: number;
  readonly side: "left" | "top";
  readonly level: number;
}

/** The two holes of a ring binder, as a scanner with a dark lid shows them. */
export const punchHoles: ImageEffect<HoleParameters> = (
  image,
  { radiusPx, marginPx, gapPx, side, level },
) => {
  const { widthPx, heightPx } = image;
  const data = Uint8Array.from(image.data);
  const middle = side === "left" ? heightPx / 2 : widthPx / 2;
  for (const along of [middle - gapPx / 2, middle + gapPx / 2]) {
    const [centerX, centerY] = side === "left" ? [marginPx, along] : [along, marginPx];
    const bottom = Math.min(heightPx, centerY + radiusPx + 1);
    const right = Math.min(widthPx, centerX + radiusPx + 1);
    for (let y = Math.max(0, Math.floor(centerY - radiusPx)); y < bottom; y += 1) {
      for (let x = Math.max(0, Math.floor(centerX - radiusPx)); x < right; x += 1) {
        if (Math.hypot(x - centerX, y - centerY) <= radiusPx) data[y * widthPx + x] = level;
      }
    }
  }
  return { ...image, data };
};
