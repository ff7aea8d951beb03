import type { Components } from "../image/find-components.ts";
import type { PixelRect } from "../model/box.ts";
import type { InkPiece } from "../model/line.ts";

/** Looks into components, for cutting print that touches its neighbours. */
export interface ComponentInk {
  /** Ink pixels of a piece in one row. */
  rowInk(piece: InkPiece, row: number): number;
  /** The connected parts of a piece's ink from `row` downwards. */
  partsFrom(piece: InkPiece, row: number): InkPiece[];
  /** The runs of a piece, clipped to it, in reading order. */
  runsOf(piece: InkPiece): readonly { readonly row: number; readonly start: number; readonly end: number }[];
}

export function componentInk(components: Components): ComponentInk {
  const { runs, runOffset, runOrder } = components;
  /** Runs of a piece in rows `top` to `bottom`, clipped to the piece, in reading order. */
  const runsOf = (
    piece: InkPiece,
    top: number,
    bottom: number,
  ): { row: number; start: number; end: number }[] => {
    const found = [];
    for (let k = runOffset[piece.component]!; k < runOffset[piece.component + 1]!; k++) {
      const run = runOrder[k]!;
      const row = runs.row[run]!;
      if (row < top) continue;
      if (row >= bottom) break;
      const start = Math.max(piece.rect.left, runs.start[run]!);
      const end = Math.min(piece.rect.right, runs.end[run]!);
      if (start < end) found.push({ row, start, end });
    }
    return found;
  };
  return {
    runsOf: (piece) => runsOf(piece, piece.rect.top, piece.rect.bottom),
    rowInk: (piece, row) => runsOf(piece, row, row + 1).reduce((sum, run) => sum + run.end - run.start, 0),
    partsFrom: (piece, row) => {
      const parts: { rect: PixelRect; last: { row: number; start: number; end: number }[] }[] = [];
      for (const run of runsOf(piece, row, piece.rect.bottom)) {
        const touching = parts.filter((part) =>
          part.last.some(
            (other) => run.row - other.row <= 1 && other.start <= run.end && run.start <= other.end,
          ),
        );
        const rect = { left: run.start, top: run.row, right: run.end, bottom: run.row + 1 };
        const merged = touching.reduce((sum, part) => hull(sum, part.rect), rect);
        const last = [...touching.flatMap((part) => part.last), run].filter(
          (other) => run.row - other.row <= 1,
        );
        for (const part of touching) parts.splice(parts.indexOf(part), 1);
        parts.push({ rect: merged, last });
      }
      return parts.map(({ rect }) => ({ component: piece.component, rect }));
    },
  };
}

function hull(a: PixelRect, b: PixelRect): PixelRect {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
