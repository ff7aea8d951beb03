import type { GrayImage } from "../model/image.ts";

/** A binary PGM file (Netpbm P5): no compression, which costs more than it saves for one line. */
export function encodePgm(image: GrayImage): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${image.widthPx} ${image.heightPx}\n255\n`);
  const file = new Uint8Array(header.length + image.data.length);
  file.set(header);
  file.set(image.data, header.length);
  return file;
}
