import { emptyLike, type ImageEffect } from "./image-effect.ts";
import { makeNoiseField } from "./noise-field.ts";

export interface PaperParameters {
  /** Grey of the paper where it is lightest: 255 white, about 225 recycled, 190 to 215 coloured paper. */
  readonly level: number;
  /** Share of light that is lost at the far side; the direction is in degrees, 0 to the right, 90 down. */
  readonly gradient: number;
  readonly directionDegrees: number;
  /** Share of light that comes and goes in large blotches (curled paper, an open lid). */
  readonly unevenness: number;
}

/** Puts the ink on grey, unevenly lit paper: light is multiplied, so that ink stays ink. */
export const shadePaper: ImageEffect<PaperParameters> = (image, parameters, random) => {
  const { widthPx, heightPx } = image;
  const field = makeNoiseField(widthPx, heightPx, Math.max(16, Math.max(widthPx, heightPx) / 5), random);
  const { level, gradient, unevenness } = parameters;
  const angle = (parameters.directionDegrees * Math.PI) / 180;
  const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.abs(alongX) + Math.abs(alongY);
  const row = new Float32Array(widthPx);
  const shaded = emptyLike(image);
  for (let y = 0; y < heightPx; y += 1) {
    field.readRow(y, row);
    const start = y * widthPx;
    const beginning = ((y / heightPx - 0.5) * alongY - 0.5 * alongX) / reach + 0.5;
    const step = alongX / reach / widthPx;
    for (let x = 0; x < widthPx; x += 1) {
      const lamp = 1 - gradient * (beginning + x * step);
      const blotch = 1 - unevenness * 0.5 * (row[x]! + 1);
      shaded.pixels[start + x] = image.data[start + x]! * (level / 255) * lamp * blotch;
    }
  }
  return shaded.image;
};
