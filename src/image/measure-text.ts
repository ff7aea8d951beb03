import type { TextMetrics } from "../model/table.ts";
import type { Components } from "./find-components.ts";

/** Print between about 6 and 60 points has bodies between these heights, in inches. */
const LOWEST_BODY_IN_INCHES = 0.03;
const HIGHEST_BODY_IN_INCHES = 0.35;
/** Lower bodies are no letters; and all of geometry is divided by this height, so that it is never 0. */
const LOWEST_BODY_PX = 4;
/** A 14-point body where a page has no text to measure. */
const USUAL_BODY_IN_INCHES = 0.075;

/** Letters of posters and of pages that part a file; so many of one height at least, since a seal and a photograph have some. */
const HIGHEST_LARGE_IN_INCHES = 1.5;
const FEWEST_LARGE = 4;
/** They weigh so many times what its print does: boxes of a form are as high as letters an inch high. */
const MORE_LARGE = 2;

/**
 * The height of most letters: the peak of a histogram of component heights, each weighted by its height, so
 * that the many small tone marks do not outvote the consonants that carry them. Where a page has letters that are larger than
 * print is, and more of them by weight, it is theirs.
 */
export function measureText(components: Components, dpi: number): TextMetrics {
  const lowest = Math.max(LOWEST_BODY_PX, Math.round(dpi * LOWEST_BODY_IN_INCHES));
  const highest = Math.round(dpi * HIGHEST_BODY_IN_INCHES);
  const highestLarge = Math.max(highest, Math.round(dpi * HIGHEST_LARGE_IN_INCHES));
  const weights = new Float64Array(highestLarge + 3);
  for (let id = 0; id < components.count; id++) {
    const height = components.bottom[id]! - components.top[id]!;
    const width = components.right[id]! - components.left[id]!;
    if (height < lowest || height > highestLarge || width > 3 * height || width * 4 < height) continue;
    weights[height]! += height;
  }
  const print = heaviest(weights.subarray(0, highest + 1), lowest, highest);
  const large = heaviest(weights, highest + 1, highestLarge);
  if (large.weight > MORE_LARGE * print.weight && large.weight >= FEWEST_LARGE * large.height)
    return { bodyHeightPx: large.height };
  const usual = Math.max(LOWEST_BODY_PX, Math.round(dpi * USUAL_BODY_IN_INCHES));
  return { bodyHeightPx: print.height === 0 ? usual : print.height };
}

/** The height between two at which most weight lies, its neighbours' included; 0 where there is none. */
function heaviest(weights: Float64Array, from: number, to: number): { height: number; weight: number } {
  let best = { height: 0, weight: 0 };
  for (let height = from; height <= to; height++) {
    const weight = (weights[height - 1] ?? 0) + (weights[height] ?? 0) + (weights[height + 1] ?? 0);
    if (weight > best.weight) best = { height, weight };
  }
  return best;
}
