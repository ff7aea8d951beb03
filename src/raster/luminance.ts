type Bytes = Uint8Array | Uint8ClampedArray;

/** Four bytes of 255 as a signed number: unsigned ones leave V8's range of small integers. */
const WHITE_WORD = -1;

/** Rec. 601 luma of 8-bit RGB, 0 to 255; exact for greys, as the weights add up to 256. */
export function luminance(red: number, green: number, blue: number): number {
  return (77 * red + 150 * green + 29 * blue) >> 8;
}

/** Luma of packed RGB. */
export function grayOfRgb(data: Bytes): Uint8Array {
  const rgb = plainBytes(data);
  const gray = new Uint8Array(Math.floor(rgb.length / 3));
  for (let pixel = 0, byte = 0; pixel < gray.length; pixel++, byte += 3) {
    gray[pixel] = (77 * rgb[byte]! + 150 * rgb[byte + 1]! + 29 * rgb[byte + 2]!) >> 8;
  }
  return gray;
}

/** Luma of RGBA, not premultiplied, as seen on white paper. */
export function grayOfRgba(data: Bytes): Uint8Array {
  const rgba = data.byteOffset % 4 === 0 ? plainBytes(data) : Uint8Array.from(data);
  const count = Math.floor(rgba.length / 4);
  // One number a pixel (the machines this runs on have the first byte lowest): most of a page is white.
  const words = new Int32Array(rgba.buffer, rgba.byteOffset, count);
  const gray = new Uint8Array(count).fill(255);
  for (let pixel = 0; pixel < count; pixel++) {
    const word = words[pixel]!;
    if (word === WHITE_WORD) continue;
    const tone = (77 * (word & 255) + 150 * ((word >> 8) & 255) + 29 * ((word >> 16) & 255)) >> 8;
    const alpha = word >>> 24;
    gray[pixel] = alpha === 255 ? tone : 255 - Math.round((alpha * (255 - tone)) / 255);
  }
  return gray;
}

/** One kind of array for the loops above, which get slow if they see several. */
function plainBytes(data: Bytes): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.length);
}
