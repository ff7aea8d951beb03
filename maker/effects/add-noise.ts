import type { ImageEffect } from "./image-effect.ts";
import { clampByte } from "./image-effect.ts";

/** A table that is drawn from by index: a normal draw for each of nine million pixels would take seconds. */
const TABLE_SIZE = 4096;

/** Grey noise of a sensor: each pixel by itself, normally distributed, `sigma` in grey levels. */
export const addNoise: ImageEffect<{ readonly sigma: number }> = (image, { sigma }, random) => {
  const table = Float32Array.from({ length: TABLE_SIZE }, () => random.normal(0, sigma));
  const data = new Uint8Array(image.data.length);
  for (let index = 0; index < data.length; index += 2) {
    const bits = random.uint32();
    data[index] = clampByte(Math.round(image.data[index]! + table[bits & 4095]!));
    if (index + 1 < data.length) {
      data[index + 1] = clampByte(Math.round(image.data[index + 1]! + table[(bits >>> 16) & 4095]!));
    }
  }
  return { ...image, data };
};
