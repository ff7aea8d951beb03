import type { ImageEffect } from "./image-effect.ts";
import { clampByte, mapLevels } from "./image-effect.ts";

export interface ToneParameters {
  /** 1 leaves as it is; above 1 steeper around middle grey. */
  readonly contrast: number;
  /** Added grey levels. */
  readonly brightness: number;
  /** Above 1 darkens middle tones, below 1 lightens them. */
  readonly gamma: number;
}

/** Gamma, then contrast, then brightness: what the knobs of a copier do. */
export const adjustTone: ImageEffect<ToneParameters> = (image, { contrast, brightness, gamma }) => {
  const table = Uint8Array.from({ length: 256 }, (_, level) =>
    clampByte(Math.round(((level / 255) ** gamma * 255 - 128) * contrast + 128 + brightness)),
  );
  return mapLevels(image, table);
};

/** Bilevel: what is darker than `level` becomes black, the rest white. A high level makes strokes heavy. */
export const threshold: ImageEffect<{ readonly level: number }> = (image, { level }) =>
  mapLevels(
    image,
    Uint8Array.from({ length: 256 }, (_, value) => (value < level ? 0 : 255)),
  );
