import { holdsPoint, type PixelRect } from "../model/box.ts";

/**
 * Gives the index of the first of some rectangles that holds a point, -1 where none does. They are sorted into squares of the
 * page, so that a large table costs a page full of print no more than a small one.
 */
export function indexByPlace(
  rects: readonly PixelRect[],
  squarePx: number,
): (x: number, y: number) => number {
  const side = Math.max(1, squarePx);
  const squareOf = (along: number): number => Math.floor(along / side);
  const squares = new Map<number, Map<number, number[]>>();
  rects.forEach(({ left, top, right, bottom }, index) => {
    for (let row = squareOf(top); row <= squareOf(bottom); row++) {
      let columns = squares.get(row);
      if (columns === undefined) squares.set(row, (columns = new Map()));
      for (let column = squareOf(left); column <= squareOf(right); column++) {
        const members = columns.get(column);
        if (members === undefined) columns.set(column, [index]);
        else members.push(index);
      }
    }
  });
  return (x, y) =>
    squares
      .get(squareOf(y))
      ?.get(squareOf(x))
      ?.find((index) => holdsPoint(rects[index]!, x, y)) ?? -1;
}
