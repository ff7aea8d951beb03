import { emptyLike, type ImageEffect } from "./image-effect.ts";

/** A table that is drawn from by index: a normal draw for each of nine million pixels would take seconds. */
const TABLE_SIZE = 4096;

/** Grey noise of a sensor: each pixel by itself, normally distributed, `sigma` in grey levels. */
export const addNoise: ImageEffect<{ readonly sigma: number }> = (image, { sigma }, random) => {
  const table = Int16Array.from({ length: TABLE_SIZE }, () => Math.round(random.normal(0, sigma)));
  const noisy = emptyLike(image);
  const { data } = image;
  const { pixels } = noisy;
  for (let index = 0; index < data.length; index += 2) {
    const bits = random.uint32();
    pixels[index] = data[index]! + table[bits & 4095]!;
    // Past the end of an image of odd size, a typed array ignores the write.
    pixels[index + 1] = data[index + 1]! + table[(bits >>> 16) & 4095]!;
  }
  return noisy.image;
};
