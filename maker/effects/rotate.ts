import type { Affine } from "../../src/model/box.ts";
import type { GrayImage } from "../../src/model/image.ts";
import type { ImageEffect } from "./image-effect.ts";

export interface RotateParameters {
  /** Clockwise as seen, like `CleanPage.skewDegrees`. */
  readonly degrees: number;
  /** What comes in from outside: white paper, or the nearest edge pixel going on. */
  readonly fill: "white" | "edge";
}

/** Grey value between pixels, bilinear; outside as `fill` says. */
export function sampleBilinear(image: GrayImage, x: number, y: number, fill: "white" | "edge"): number {
  const { widthPx, heightPx, data } = image;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const [shareX, shareY] = [x - left, y - top];
  if (left >= 0 && top >= 0 && left < widthPx - 1 && top < heightPx - 1) {
    const index = top * widthPx + left;
    const upper = data[index]! + (data[index + 1]! - data[index]!) * shareX;
    const lower = data[index + widthPx]! + (data[index + widthPx + 1]! - data[index + widthPx]!) * shareX;
    return upper + (lower - upper) * shareY;
  }
  const read = (column: number, row: number): number => {
    const inside = column >= 0 && row >= 0 && column < widthPx && row < heightPx;
    if (!inside && fill === "white") return 255;
    const nearColumn = Math.min(widthPx - 1, Math.max(0, column));
    return data[Math.min(heightPx - 1, Math.max(0, row)) * widthPx + nearColumn]!;
  };
  const upper = read(left, top) + (read(left + 1, top) - read(left, top)) * shareX;
  const lower = read(left, top + 1) + (read(left + 1, top + 1) - read(left, top + 1)) * shareX;
  return upper + (lower - upper) * shareY;
}

/** Where `rotate` moves a pixel position to: a turn about the middle of the image. */
export function rotationMap(image: GrayImage, degrees: number): Affine {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [centerX, centerY] = [image.widthPx / 2, image.heightPx / 2];
  return {
    a: cos,
    b: sin,
    c: -sin,
    d: cos,
    e: centerX - cos * centerX + sin * centerY,
    f: centerY - sin * centerX - cos * centerY,
  };
}

/** Turns the page about its middle by a small angle; the image keeps its size, so corners may be lost. */
export const rotate: ImageEffect<RotateParameters> = (image, { degrees, fill }) => {
  if (degrees === 0) return image;
  const { widthPx, heightPx, data: source } = image;
  const back = rotationMap(image, -degrees);
  const data = new Uint8Array(source.length);
  for (let y = 0; y < heightPx; y += 1) {
    let sourceX = back.a * 0.5 + back.c * (y + 0.5) + back.e - 0.5;
    let sourceY = back.b * 0.5 + back.d * (y + 0.5) + back.f - 0.5;
    for (let index = y * widthPx; index < (y + 1) * widthPx; index += 1) {
      if (sourceX >= 0 && sourceY >= 0 && sourceX < widthPx - 1 && sourceY < heightPx - 1) {
        // The same as `sampleBilinear`, written out: a call for each of nine million pixels doubles the time.
        const left = sourceX | 0;
        const top = sourceY | 0;
        const shareX = sourceX - left;
        const shareY = sourceY - top;
        const at = top * widthPx + left;
        const upper = source[at]! + (source[at + 1]! - source[at]!) * shareX;
        const lower = source[at + widthPx]! + (source[at + widthPx + 1]! - source[at + widthPx]!) * shareX;
        data[index] = upper + (lower - upper) * shareY + 0.5;
      } else {
        data[index] = Math.round(sampleBilinear(image, sourceX, sourceY, fill));
      }
      sourceX += back.a;
      sourceY += back.b;
    }
  }
  return { ...image, data };
};
