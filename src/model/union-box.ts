import type { PointBox } from "./box.ts";

/** The smallest box around boxes of one page, to a hundredth of a point; at least one is needed. */
export function unionBox(boxes: readonly PointBox[]): PointBox {
  const [first] = boxes;
  if (first === undefined) throw new RangeError("no box to put a box around");
  const round = (value: number): number => Math.round(value * 100) / 100;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return {
    pageNumber: first.pageNumber,
    left: round(left),
    top: round(top),
    width: round(right - left),
    height: round(bottom - top),
  };
}
