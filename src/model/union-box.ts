import type { PointBox } from "./box.ts";

/** The smallest box around boxes of one page, to a hundredth of a point; at least one is needed. */
export function unionBox(boxes: readonly PointBox[]): PointBox {
  const [first] = boxes;
  if (first === undefined) throw new RangeError("no box to put a box around");
  const round = (value: number): number => Math.round(value * 100) / 100;
  let { left, top } = first;
  let [right, bottom] = [first.left + first.width, first.top + first.height];
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.left + box.width);
    bottom = Math.max(bottom, box.top + box.height);
  }
  return {
    pageNumber: first.pageNumber,
    left: round(left),
    top: round(top),
    width: round(right - left),
    height: round(bottom - top),
  };
}
