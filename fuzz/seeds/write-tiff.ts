/** A page of a TIFF: its bytes as stored, and the tags that say what they are. */
export interface TiffPage {
  readonly data: Uint8Array;
  readonly tags: Readonly<Record<number, number>>;
}

const SHORT = 3;
const LONG = 4;
const STRIP_OFFSETS = 273;
const STRIP_BYTE_COUNTS = 279;
const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;

/** A TIFF of one strip a page. Written here, since sharp writes neither several pages nor the other byte order. */
export function writeTiff(pages: readonly TiffPage[], isLittle = true): Buffer {
  const number = (value: number, bytes: 2 | 4): Buffer => {
    const buffer = Buffer.alloc(bytes);
    if (isLittle) buffer.writeUIntLE(value, 0, bytes);
    else buffer.writeUIntBE(value, 0, bytes);
    return buffer;
  };
  const header = Buffer.concat([Buffer.from(isLittle ? "II" : "MM"), number(42, 2), number(HEADER_BYTES, 4)]);
  const parts = [header];
  let length = header.length;
  pages.forEach(({ data, tags }, index) => {
    const all: [number, number][] = Object.entries(tags).map(([tag, value]) => [Number(tag), value]);
    const size = 2 + (all.length + 2) * ENTRY_BYTES + 4;
    const padded = data.length + (data.length % 2);
    all.push([STRIP_OFFSETS, length + size], [STRIP_BYTE_COUNTS, data.length]);
    const entries = all
      .toSorted(([a], [b]) => a - b)
      .map(([tag, value]) => {
        const isLong = value > 0xffff || tag === STRIP_OFFSETS;
        const stored = isLong ? number(value, 4) : Buffer.concat([number(value, 2), number(0, 2)]);
        return Buffer.concat([number(tag, 2), number(isLong ? LONG : SHORT, 2), number(1, 4), stored]);
      });
    const next = index + 1 < pages.length ? length + size + padded : 0;
    const directory = Buffer.concat([number(all.length, 2), ...entries, number(next, 4)]);
    parts.push(directory, Buffer.from(data), Buffer.alloc(data.length % 2));
    length += size + padded;
  });
  return Buffer.concat(parts);
}

/** Tags of an uncompressed page: bits for a pixel and whether 0 is white. */
export function plainTags(
  widthPx: number,
  heightPx: number,
  bits: 1 | 8,
  zeroIsWhite: boolean,
): Readonly<Record<number, number>> {
  return { 256: widthPx, 257: heightPx, 258: bits, 259: 1, 262: zeroIsWhite ? 0 : 1, 277: 1, 278: heightPx };
}
