import { type Components, findComponents } from "../image/find-components.ts";
import { type PixelRect, toPointBox, unionRect } from "../model/box.ts";
import type { BinaryImage } from "../model/image.ts";
import type { CleanPage } from "../model/page.ts";
import { remark } from "../model/remark.ts";

/**
 * More pieces of ink than these, for each square inch of a page and on a page of any size, are no print: the densest of 60 pages
 * has 33, A4 set solid in 8 points 120. Finding lines among more of them takes minutes and finds none.
 */
const MOST_IN_SQUARE_INCH = 200;
const MOST_ON_PAGE = 30_000;
/** Noise is looked for in squares of this side, in inches. */
const SQUARE_IN_INCHES = 0.5;
/** Such a square of print has 46 pieces at most, of solid 8 points 100; the dots of a screened photograph are 300 and more. */
const MOST_IN_SQUARE = 100;
/** Where the squares are more than this share of the page, what is left is its margin. */
const MOST_OF_PAGE = 0.9;

/**
 * A page without ink that no print can be, where there is so much of it that it hides the rest: what lies in squares that are
 * full of dots goes, with a remark about where. Null where the page is still too full: nothing can be read on it.
 */
export function withoutNoise(page: CleanPage): CleanPage | null {
  const { ink, dpi } = page;
  const components = findComponents(ink);
  const most = Math.min(MOST_ON_PAGE, ((ink.widthPx * ink.heightPx) / dpi ** 2) * MOST_IN_SQUARE_INCH);
  if (components.count <= most) return page;
  const noise = noiseIn(components, ink, dpi * SQUARE_IN_INCHES);
  const isEverywhere = areaOf(noise.squares) > ink.widthPx * ink.heightPx * MOST_OF_PAGE;
  if (isEverywhere || components.count - noise.ids.length > most) return null;
  const { runs, runOffset, runOrder } = components;
  const data = ink.data.slice();
  for (const id of noise.ids) {
    for (let k = runOffset[id]!; k < runOffset[id + 1]!; k++) {
      const run = runOrder[k]!;
      const row = runs.row[run]! * ink.widthPx;
      data.fill(0, row + runs.start[run]!, row + runs.end[run]!);
    }
  }
  const box = toPointBox(unionRect(noise.squares), page.toPoints, page.pageNumber);
  const message =
    "Part of this page is full of dots, as a photograph or a dirty glass is, and was left out. " +
    "If there is text in it, clean the glass and scan the page as text in black and white.";
  return {
    ...page,
    ink: { ...ink, data },
    remarks: [...page.remarks, remark("too-much-noise", "warning", message, { box })],
  };
}

function areaOf(rects: readonly PixelRect[]): number {
  return rects.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
}

/** Components whose middle lies in a square with too many others, and these squares. */
function noiseIn(
  { count, left, top, right, bottom }: Components,
  { widthPx, heightPx }: BinaryImage,
  sidePx: number,
): { readonly ids: readonly number[]; readonly squares: readonly PixelRect[] } {
  const squares = new Map<string, { readonly rect: PixelRect; readonly ids: number[] }>();
  for (let id = 0; id < count; id++) {
    const column = Math.floor((left[id]! + right[id]!) / 2 / sidePx);
    const row = Math.floor((top[id]! + bottom[id]!) / 2 / sidePx);
    const key = `${column} ${row}`;
    const known = squares.get(key);
    if (known !== undefined) known.ids.push(id);
    else {
      const rect = {
        left: column * sidePx,
        top: row * sidePx,
        right: Math.min(widthPx, (column + 1) * sidePx),
        bottom: Math.min(heightPx, (row + 1) * sidePx),
      };
      squares.set(key, { rect, ids: [id] });
    }
  }
  // The page's last squares are cut, and hold as much less.
  const full = [...squares.values()].filter(
    ({ rect, ids }) => ids.length > MOST_IN_SQUARE * (areaOf([rect]) / sidePx ** 2),
  );
  return { ids: full.flatMap(({ ids }) => ids), squares: full.map(({ rect }) => rect) };
}
