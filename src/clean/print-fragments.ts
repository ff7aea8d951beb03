import { type Components, componentRect } from "../image/find-components.ts";
import { hasInkNear } from "../image/has-ink-near.ts";
import type { BinaryImage } from "../model/image.ts";

/** Ink this near to other ink may be a piece of it, in inches: 4 pixels at 300 dpi. */
const REACH_IN_INCHES = 0.0134;
/**
 * Specks lie this many times as close near other ink as elsewhere, where most of those near it are print. Measured on
 * 34 scans: dust alone 0.1 to 2.3 (it merges with the ink it falls on), print that a threshold has broken 4 to 97.
 */
const LEAST_CROWDING = 4;
/** How near ink is looked at on a net of points, so many pixels apart. */
const SAMPLE_STEP_PX = 13;

/**
 * Of a page's specks those that are pieces of broken print rather than dust: the ones next to other ink, where there
 * are far more of them there than dust, which lies anywhere, can account for.
 *
 * @param print the page's ink without its specks
 * @param specks numbers of components
 */
export function printFragments(
  print: BinaryImage,
  components: Components,
  specks: readonly number[],
  dpi: number,
): readonly number[] {
  const reach = Math.max(2, Math.round(dpi * REACH_IN_INCHES));
  const near = specks.filter((id) => hasInkNear(print, componentRect(components, id), reach));
  if (near.length === 0) return [];
  let [samples, nearSamples] = [0, 0];
  for (let y = 0; y < print.heightPx; y += SAMPLE_STEP_PX) {
    for (let x = 0; x < print.widthPx; x += SAMPLE_STEP_PX) {
      samples += 1;
      if (hasInkNear(print, { left: x, top: y, right: x + 1, bottom: y + 1 }, reach)) nearSamples += 1;
    }
  }
  // One more far away, so that a page with no dust at all has a figure too.
  const far = specks.length - near.length + 1;
  // Where no sample, or each one, is near ink, one of the densities is without bounds, and the comparison still holds.
  const crowding = near.length / nearSamples / (far / (samples - nearSamples));
  return crowding >= LEAST_CROWDING ? near : [];
}
