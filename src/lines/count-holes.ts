import type { Components } from "../image/find-components.ts";
import type { InkPiece } from "../model/line.ts";

/**
 * Areas of paper that a piece of ink encloses, by Euler's number: for the runs of an 8-connected figure,
 * holes = 1 − runs + contacts between runs of neighbouring rows. Pinholes of a pixel count too.
 */
export function countHoles(piece: InkPiece, components: Components): number {
  const { runs, runOffset, runOrder } = components;
  const own: { row: number; start: number; end: number }[] = [];
  for (let k = runOffset[piece.component]!; k < runOffset[piece.component + 1]!; k++) {
    const run = runOrder[k]!;
    own.push({ row: runs.row[run]!, start: runs.start[run]!, end: runs.end[run]! });
  }
  let contacts = 0;
  let above: typeof own = [];
  let current: typeof own = [];
  for (const run of own) {
    const last = current.at(-1);
    if (last && last.row !== run.row) {
      above = last.row === run.row - 1 ? current : [];
      current = [];
    }
    contacts += above.filter((other) => other.start <= run.end && run.start <= other.end).length;
    current.push(run);
  }
  return 1 - own.length + contacts;
}
