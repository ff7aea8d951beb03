import type { GrayImage } from "../../src/model/image.ts";
import { blur } from "./blur.ts";
import type { ImageEffect } from "./image-effect.ts";

export interface ShowThroughParameters {
  /** Share of the other side's ink that comes through, 0 to about 0.3. */
  readonly strength: number;
  readonly blurPx: number;
  /** The other side of the sheet; without it the page itself stands in. */
  readonly behind?: GrayImage;
}

/** The print of the sheet's other side: mirrored, soft and faint. */
export const addShowThrough: ImageEffect<ShowThroughParameters> = (image, parameters, random) => {
  const { widthPx, heightPx } = image;
  const behind = blur(parameters.behind ?? image, { sigmaPx: parameters.blurPx }, random);
  const [shiftX, shiftY] = [random.integer(-9, 9), random.integer(-9, 9)];
  const data = Uint8Array.from(image.data);
  for (let y = 0; y < heightPx; y += 1) {
    const behindY = y + shiftY;
    if (behindY < 0 || behindY >= behind.heightPx) continue;
    for (let x = 0; x < widthPx; x += 1) {
      const behindX = widthPx - 1 - x + shiftX;
      if (behindX < 0 || behindX >= behind.widthPx) continue;
      const light = 1 - parameters.strength * (1 - behind.data[behindY * behind.widthPx + behindX]! / 255);
      data[y * widthPx + x] = Math.round(data[y * widthPx + x]! * light);
    }
  }
  return { ...image, data };
};
