import type { PixelRect } from "../model/box.ts";

/** Gives the rectangles that may share rows with another, in the order in which they were given. */
export type RowIndex = (rect: Pick<PixelRect, "top" | "bottom">) => readonly PixelRect[];

/**
 * Sorts rectangles into bands of rows, so that looking for those beside each other on a page of noise does not take the
 * square of their number. What it gives shares a band with the rectangle asked for; whether it shares rows is to be checked.
 */
export function indexByRows(rects: readonly PixelRect[], bandPx: number): RowIndex {
  const height = Math.max(1, bandPx);
  const bandOf = (y: number): number => Math.floor(y / height);
  const bands = new Map<number, number[]>();
  rects.forEach(({ top, bottom }, index) => {
    for (let band = bandOf(top); band <= bandOf(bottom); band++) {
      const members = bands.get(band);
      if (members === undefined) bands.set(band, [index]);
      else members.push(index);
    }
  });
  return ({ top, bottom }) => {
    const [first, last] = [bandOf(top), bandOf(bottom)];
    if (first === last) return (bands.get(first) ?? []).map((index) => rects[index]!);
    const found = new Set<number>();
    for (let band = first; band <= last; band++) for (const index of bands.get(band) ?? []) found.add(index);
    return [...found].toSorted((a, b) => a - b).map((index) => rects[index]!);
  };
}
