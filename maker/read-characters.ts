import { readFileSync } from "node:fs";

/** Code points of a format 4 subtable (the basic plane in segments). OpenType specification, "cmap". */
function readSegments(table: DataView, start: number, found: Set<number>): void {
  const segments = table.getUint16(start + 6) / 2;
  const [ends, starts] = [start + 14, start + 16 + segments * 2];
  const [deltas, offsets] = [starts + segments * 2, starts + segments * 4];
  for (let segment = 0; segment < segments; segment += 1) {
    const last = table.getUint16(ends + segment * 2);
    const first = table.getUint16(starts + segment * 2);
    const delta = table.getUint16(deltas + segment * 2);
    const offsetPlace = offsets + segment * 2;
    const offset = table.getUint16(offsetPlace);
    for (let codePoint = first; codePoint <= last && codePoint !== 0xffff; codePoint += 1) {
      const glyph =
        offset === 0
          ? (codePoint + delta) & 0xffff
          : table.getUint16(offsetPlace + offset + (codePoint - first) * 2);
      if (glyph !== 0) found.add(codePoint);
    }
  }
}

/** Code points of a format 12 subtable (all planes in groups). */
function readGroups(table: DataView, start: number, found: Set<number>): void {
  const groups = table.getUint32(start + 12);
  for (let group = 0; group < groups; group += 1) {
    const place = start + 16 + group * 12;
    const last = table.getUint32(place + 4);
    for (let codePoint = table.getUint32(place); codePoint <= last; codePoint += 1) found.add(codePoint);
  }
}

/**
 * The code points that a TrueType or OpenType file has a glyph for. Needed because a canvas silently takes a
 * character that the font lacks from whatever font the machine has.
 */
export function readCharacters(fontFilePath: string): ReadonlySet<number> {
  const file = readFileSync(fontFilePath);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const found = new Set<number>();
  for (let table = 0; table < view.getUint16(4); table += 1) {
    const record = 12 + table * 16;
    if (file.toString("latin1", record, record + 4) !== "cmap") continue;
    const cmap = view.getUint32(record + 8);
    for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
      const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
      const format = view.getUint16(subtable);
      if (format === 4) readSegments(view, subtable, found);
      if (format === 12) readGroups(view, subtable, found);
    }
  }
  return found;
}
