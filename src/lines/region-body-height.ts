import type { PixelRect } from "../model/box.ts";

/** Letters are between these heights, in body heights of the page: footnotes to the title of a cover. */
const LOWEST = 0.45;
const HIGHEST = 3;
/** Heights of plain consonants, in body heights. */
const PLAIN_LOWEST = 0.78;
const PLAIN_HIGHEST = 1.3;
/** Letters of the page's own size are more than this share of a region's, or the region is set in another size. */
const OWN_SIZE_SHARE = 0.3;
/** Fewer letters say nothing of their size: ฝ and โ are as high as plain letters of a title. */
const FEWEST_LETTERS = 6;

/**
 * The height of most letters of a region: the page's, except where the region is clearly set in another size, as titles
 * over a table and notes under it are. The peak of the heights, each weighted by its height, as for the whole page.
 */
export function regionBodyHeight(rects: readonly PixelRect[], pageBodyHeightPx: number): number {
  const heights = rects.flatMap(({ left, top, right, bottom }) => {
    const [width, height] = [right - left, bottom - top];
    const isLetter =
      height >= pageBodyHeightPx * LOWEST &&
      height <= pageBodyHeightPx * HIGHEST &&
      width <= 3 * height &&
      width * 4 >= height;
    return isLetter ? [height] : [];
  });
  const plain = heights.filter(
    (height) => height >= pageBodyHeightPx * PLAIN_LOWEST && height <= pageBodyHeightPx * PLAIN_HIGHEST,
  );
  if (heights.length < FEWEST_LETTERS || plain.length > heights.length * OWN_SIZE_SHARE)
    return pageBodyHeightPx;
  // Heights are whole pixels, so that a few counts tell the weight of all of them.
  const counts = new Map<number, number>();
  for (const height of heights) counts.set(height, (counts.get(height) ?? 0) + 1);
  const weightAt = (middle: number): number =>
    [middle - 1, middle, middle + 1].reduce((sum, height) => sum + height * (counts.get(height) ?? 0), 0);
  return heights.reduce((best, height) => (weightAt(height) > weightAt(best) ? height : best));
}
