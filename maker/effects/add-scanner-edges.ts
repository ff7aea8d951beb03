import type { ImageEffect } from "./image-effect.ts";

export interface EdgeParameters {
  /** How far black reaches into the page at most. */
  readonly depthPx: number;
  readonly sides: readonly ("left" | "right" | "top" | "bottom")[];
  readonly level: number;
}

/** Black bands at the edges, a little slanted, where the scanner saw past the paper. */
export const addScannerEdges: ImageEffect<EdgeParameters> = (image, { depthPx, sides, level }, random) => {
  const { widthPx, heightPx } = image;
  const data = Uint8Array.from(image.data);
  for (const side of sides) {
    const upright = side === "left" || side === "right";
    const length = upright ? heightPx : widthPx;
    const across = upright ? widthPx : heightPx;
    const [start, end] = [random.between(0, depthPx), random.between(0, depthPx)];
    for (let along = 0; along < length; along += 1) {
      const depth = Math.min(across, start + ((end - start) * along) / length + random.between(0, 1));
      for (let inward = 0; inward < depth; inward += 1) {
        const place = side === "left" || side === "top" ? inward : across - 1 - inward;
        const index = upright ? along * widthPx + place : place * widthPx + along;
        data[index] = Math.min(data[index]!, level);
      }
    }
  }
  return { ...image, data };
};
