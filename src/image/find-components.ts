import type { BinaryImage } from "../model/image.ts";
import type { PixelRect } from "../model/box.ts";

/** Horizontal runs of ink in reading order; `end` is the first column after the run. */
export interface InkRuns {
  readonly count: number;
  readonly row: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** The 8-connected components of an image, as parallel arrays indexed by component. */
export interface Components {
  readonly count: number;
  readonly left: Int32Array;
  readonly top: Int32Array;
  readonly right: Int32Array;
  readonly bottom: Int32Array;
  /** Ink pixels of the component. */
  readonly area: Int32Array;
  readonly runs: InkRuns;
  /** Runs of component i: `runOrder[runOffset[i]] … runOrder[runOffset[i + 1] - 1]`, from top to bottom. */
  readonly runOffset: Int32Array;
  readonly runOrder: Int32Array;
}

/** Every maximal horizontal run of ink, row by row. */
export function findInkRuns(ink: BinaryImage): InkRuns {
  const { widthPx, heightPx, data } = ink;
  let capacity = 1 << 16;
  let row = new Int32Array(capacity);
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let count = 0;
  for (let y = 0; y < heightPx; y++) {
    const lineEnd = (y + 1) * widthPx;
    // indexOf runs at memory speed; a page is mostly paper.
    let at = data.indexOf(1, y * widthPx);
    while (at !== -1 && at < lineEnd) {
      let stop = at + 1;
      while (stop < lineEnd && data[stop] === 1) stop++;
      if (count === capacity) {
        capacity *= 2;
        row = grow(row, capacity);
        start = grow(start, capacity);
        end = grow(end, capacity);
      }
      row[count] = y;
      start[count] = at - y * widthPx;
      end[count] = stop - y * widthPx;
      count++;
      at = data.indexOf(1, stop);
    }
    if (at === -1) break;
    // The hit lies in a later row: continue there.
    y = Math.floor(at / widthPx) - 1;
  }
  return { count, row: row.subarray(0, count), start: start.subarray(0, count), end: end.subarray(0, count) };
}

/**
 * Connected components by union-find over runs: two runs of neighbouring rows belong together when they
 * touch, also by a corner. Components are numbered by their first run, so the order is reading order.
 */
export function findComponents(ink: BinaryImage): Components {
  const runs = findInkRuns(ink);
  const parent = linkTouchingRuns(runs);
  const componentOfRun = new Int32Array(runs.count);
  let count = 0;
  for (let i = 0; i < runs.count; i++) {
    const root = findRoot(parent, i);
    // Roots are the lowest run index of their component, hence already numbered when others reach them.
    componentOfRun[i] = root === i ? count++ : componentOfRun[root]!;
  }
  return measureComponents(runs, componentOfRun, count);
}

export function componentRect(components: Components, index: number): PixelRect {
  return {
    left: components.left[index]!,
    top: components.top[index]!,
    right: components.right[index]!,
    bottom: components.bottom[index]!,
  };
}

function grow(array: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(array);
  return larger;
}

function linkTouchingRuns(runs: InkRuns): Int32Array {
  const { count, row, start, end } = runs;
  const parent = new Int32Array(count);
  let above = 0;
  for (let i = 0; i < count; i++) {
    parent[i] = i;
    const y = row[i]!;
    while (above < i && (row[above]! < y - 1 || (row[above] === y - 1 && end[above]! < start[i]!))) above++;
    for (let j = above; j < i && row[j] === y - 1 && start[j]! <= end[i]!; j++) {
      unite(parent, i, j);
    }
  }
  return parent;
}

/** The lowest number of a set of a union-find. */
export function findRoot(parent: Int32Array, index: number): number {
  let root = index;
  while (parent[root] !== root) root = parent[root]!;
  let at = index;
  while (parent[at] !== root) {
    const next = parent[at]!;
    parent[at] = root;
    at = next;
  }
  return root;
}

/** Makes one of the sets of two numbers, with the lower root as its root. */
export function unite(parent: Int32Array, i: number, j: number): void {
  const a = findRoot(parent, i);
  const b = findRoot(parent, j);
  if (a < b) parent[b] = a;
  else parent[a] = b;
}

function measureComponents(runs: InkRuns, componentOfRun: Int32Array, count: number): Components {
  const left = new Int32Array(count).fill(0x7fffffff);
  const top = new Int32Array(count).fill(0x7fffffff);
  const right = new Int32Array(count);
  const bottom = new Int32Array(count);
  const area = new Int32Array(count);
  const runOffset = new Int32Array(count + 1);
  for (let i = 0; i < runs.count; i++) {
    const id = componentOfRun[i]!;
    const start = runs.start[i]!;
    const end = runs.end[i]!;
    const y = runs.row[i]!;
    if (start < left[id]!) left[id] = start;
    if (end > right[id]!) right[id] = end;
    if (y < top[id]!) top[id] = y;
    if (y + 1 > bottom[id]!) bottom[id] = y + 1;
    area[id]! += end - start;
    runOffset[id + 1]!++;
  }
  for (let id = 0; id < count; id++) runOffset[id + 1]! += runOffset[id]!;
  const next = runOffset.slice(0, count);
  const runOrder = new Int32Array(runs.count);
  for (let i = 0; i < runs.count; i++) {
    const id = componentOfRun[i]!;
    runOrder[next[id]!++] = i;
  }
  return { count, left, top, right, bottom, area, runs, runOffset, runOrder };
}
