import type { TextMetrics } from "../model/table.ts";
import type { Components } from "./find-components.ts";

/** Print between about 6 and 60 points has bodies between these heights, in inches. */
const LOWEST_BODY_IN_INCHES = 0.03;
const HIGHEST_BODY_IN_INCHES = 0.35;
/** Lower bodies are no letters; and all of geometry is divided by this height, so that it is never 0. */
const LOWEST_BODY_PX = 4;
/** A 14-point body where a page has no text to measure. */
const USUAL_BODY_IN_INCHES = 0.075;

/**
 * The height of most letters: the peak of a histogram of component heights, each weighted by its height, so
 * that the many small tone marks do not outvote the consonants that carry them.
 */
export function measureText(components: Components, dpi: number): TextMetrics {
  const lowest = Math.max(LOWEST_BODY_PX, Math.round(dpi * LOWEST_BODY_IN_INCHES));
  const highest = Math.round(dpi * HIGHEST_BODY_IN_INCHES);
  const weights = new Float64Array(highest + 3);
  for (let id = 0; id < components.count; id++) {
    const height = components.bottom[id]! - components.top[id]!;
    const width = components.right[id]! - components.left[id]!;
    if (height < lowest || height > highest || width > 3 * height || width * 4 < height) continue;
    weights[height]! += height;
  }
  let best = 0;
  let bestWeight = 0;
  for (let height = lowest; height <= highest; height++) {
    const weight = weights[height - 1]! + weights[height]! + weights[height + 1]!;
    if (weight > bestWeight) [best, bestWeight] = [height, weight];
  }
  const usual = Math.max(LOWEST_BODY_PX, Math.round(dpi * USUAL_BODY_IN_INCHES));
  return { bodyHeightPx: best === 0 ? usual : best };
}
