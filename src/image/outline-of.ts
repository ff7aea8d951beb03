import type { Components } from "./find-components.ts";
import type { Points } from "./fit-ellipse.ts";

/** So many points of an outline tell its shape. */
const MOST_POINTS = 200;

/** Points of a component as seen from its four sides: the first ink of its rows and columns, evenly picked. */
export function outlineOf(components: Components, id: number): Points {
  const { left, top, right, bottom, runs, runOffset, runOrder } = components;
  const [width, height] = [right[id]! - left[id]!, bottom[id]! - top[id]!];
  const first = new Int32Array(height).fill(-1);
  const last = new Int32Array(height).fill(-1);
  const highest = new Int32Array(width).fill(-1);
  const lowest = new Int32Array(width).fill(-1);
  for (let k = runOffset[id]!; k < runOffset[id + 1]!; k++) {
    const run = runOrder[k]!;
    const row = runs.row[run]!;
    const at = row - top[id]!;
    if (first[at] === -1) first[at] = runs.start[run]!;
    last[at] = runs.end[run]! - 1;
    for (let x = runs.start[run]!; x < runs.end[run]!; x++) {
      if (highest[x - left[id]!] === -1) highest[x - left[id]!] = row;
      lowest[x - left[id]!] = row;
    }
  }
  const step = Math.max(1, Math.ceil((2 * (width + height)) / MOST_POINTS));
  const x: number[] = [];
  const y: number[] = [];
  for (let row = 0; row < height; row += step) {
    x.push(first[row]!, last[row]!);
    y.push(top[id]! + row, top[id]! + row);
  }
  for (let column = 0; column < width; column += step) {
    x.push(left[id]! + column, left[id]! + column);
    y.push(highest[column]!, lowest[column]!);
  }
  return { x, y };
}
