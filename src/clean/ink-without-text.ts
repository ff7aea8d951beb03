import { type Components, componentRect, findComponents } from "../image/find-components.ts";
import { toPointBox, unionRect } from "../model/box.ts";
import type { GrayImage } from "../model/image.ts";
import type { CleanPage } from "../model/page.ts";
import { remark, type Remark } from "../model/remark.ts";
import { inkThreshold } from "./ink-threshold.ts";

/** A page of which so much is dark is all black; the lid beside a sheet of half the size leaves half of it black. */
const BLACK_SHARE = 0.7;
/**
 * A figure is at least so long and so broad, in inches: the holes of a punch measure 0.24, staples and creases are thin, and
 * dust is small.
 */
const SHORTEST_FIGURE = 0.4;
const NARROWEST_FIGURE = 0.1;
/** What begins and ends this near to the page's border, in inches, is left by the scanner: edges, shadows of a fold. */
const MARGIN_IN_INCHES = 0.4;
/** Smaller ink counts where it covers so much of the page; dust on a glass covers a tenth of that. */
const COVERED_SHARE = 0.01;

/**
 * What to say of a page on which no line was read: null for paper with nothing but dust, holes or edges of the scanner on
 * it. Such a page would else be taken for an empty one.
 */
export function inkWithoutText(page: CleanPage): Remark | null {
  const { pageNumber } = page;
  if (darkShare(page.gray) >= BLACK_SHARE) {
    const message =
      "Nearly all of this page is black, and nothing could be read. Scan it again with its printed side down and the lid closed.";
    return remark("page-all-black", "warning", message, { pageNumber });
  }
  const components = findComponents(page.ink);
  const inside = Array.from({ length: components.count }, (_, id) => id).filter(
    (id) => !isAtBorder(components, id, page),
  );
  const figures = inside.filter((id) => isFigure(components, id, page.dpi));
  const covered = inside.reduce((sum, id) => sum + components.area[id]!, 0);
  const isCovered = covered >= page.ink.widthPx * page.ink.heightPx * COVERED_SHARE;
  const shown = figures.length > 0 ? figures : isCovered ? inside : [];
  if (shown.length === 0) return null;
  const rect = unionRect(shown.map((id) => componentRect(components, id)));
  const message =
    "There is ink on this page that could not be read as text: a picture, handwriting, or very large letters. " +
    "Look at the page; if it holds text that matters, scan it again as text in black and white, or type it in.";
  return remark("ink-without-text", "warning", message, {
    box: toPointBox(rect, page.toPoints, pageNumber),
  });
}

/** The share of every fourth row that is darker than paper. */
function darkShare(gray: GrayImage): number {
  const { widthPx, heightPx, data } = gray;
  const threshold = inkThreshold(gray);
  let [dark, seen] = [0, 0];
  for (let y = 0; y < heightPx; y += 4) {
    for (let at = y * widthPx, end = at + widthPx; at < end; at++) if (data[at]! < threshold) dark++;
    seen += widthPx;
  }
  return seen === 0 ? 0 : dark / seen;
}

function isFigure({ left, top, right, bottom }: Components, id: number, dpi: number): boolean {
  const [width, height] = [right[id]! - left[id]!, bottom[id]! - top[id]!];
  return (
    Math.max(width, height) >= dpi * SHORTEST_FIGURE && Math.min(width, height) >= dpi * NARROWEST_FIGURE
  );
}

/** Whether ink lies in the strip along one of the page's sides. */
function isAtBorder(
  { left, top, right, bottom }: Components,
  id: number,
  { ink: { widthPx, heightPx }, dpi }: CleanPage,
): boolean {
  const margin = dpi * MARGIN_IN_INCHES;
  return (
    right[id]! <= margin ||
    bottom[id]! <= margin ||
    left[id]! >= widthPx - margin ||
    top[id]! >= heightPx - margin
  );
}
