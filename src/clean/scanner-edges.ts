import type { Components } from "../image/find-components.ts";

/**
 * Where components that touch the page's border are black areas, as a mask of the page: what a square of `thickPx` fits in, with
 * as much around it for the ragged margin. Rules and print that have grown together with the area reach farther and are left
 * out; a table that touches the border by its rules alone holds no such square.
 *
 * The square is applied as two strokes, one level and one upright (opening by parts; Serra 1982).
 */
export function maskScannerEdges(
  components: Components,
  ids: readonly number[],
  size: { readonly widthPx: number; readonly heightPx: number },
  thickPx: number,
): Uint8Array {
  const { widthPx, heightPx } = size;
  const { runs, runOffset, runOrder } = components;
  const level = new Uint8Array(widthPx * heightPx);
  for (const id of ids) {
    for (let k = runOffset[id]!; k < runOffset[id + 1]!; k++) {
      const run = runOrder[k]!;
      const [start, end] = [runs.start[run]!, runs.end[run]!];
      if (end - start < thickPx) continue;
      const line = runs.row[run]! * widthPx;
      level.fill(1, line + start, line + end);
    }
  }
  const mask = new Uint8Array(level.length);
  const reach = Math.ceil(thickPx);
  for (let x = 0; x < widthPx; x++) {
    let length = 0;
    for (let y = 0; y <= heightPx; y++) {
      if (y < heightPx && level[y * widthPx + x] === 1) {
        length++;
        continue;
      }
      if (length >= thickPx) {
        const bottom = Math.min(heightPx, y + reach);
        for (let row = Math.max(0, y - length - reach); row < bottom; row++) mask[row * widthPx + x] = 1;
      }
      length = 0;
    }
  }
  widenRows(mask, widthPx, reach);
  return mask;
}

/** Extends what is marked by `reach` to the left and right, in place. */
function widenRows(mask: Uint8Array, widthPx: number, reach: number): void {
  for (let line = mask.indexOf(1); line !== -1; line = mask.indexOf(1, line)) {
    line -= line % widthPx;
    const row = mask.slice(line, line + widthPx);
    for (let start = row.indexOf(1); start !== -1;) {
      const paper = row.indexOf(0, start);
      const end = paper === -1 ? widthPx : paper;
      mask.fill(1, line + Math.max(0, start - reach), line + Math.min(widthPx, end + reach));
      start = row.indexOf(1, end);
    }
    line += widthPx;
  }
}
