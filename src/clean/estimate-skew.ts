import type { GrayImage } from "../model/image.ts";

export const LARGEST_SKEW_DEGREES = 5;
/** Angles are tried in ever finer steps, each time around the best of the last. */
const STEPS_DEGREES = [0.2, 0.05, 0.01] as const;
/** Height of a bin as a share of what a step moves one end of the page against the other. */
const BIN_SHARE = 0.6;
/** Points beyond this number add time, not accuracy. */
const MOST_POINTS = 60_000;

/**
 * The angle by which a page is turned clockwise, in degrees within ±5, to about 0.02.
 *
 * Lower edges of ink (ink above, paper below) are projected along each candidate angle; where rules and
 * baselines fall into single bins the sum of squares peaks (the method of W. Postl, 1986, over edge points
 * instead of pixels, so that thick strokes do not count more than thin ones). Bins are as high as a step
 * moves the end of a line, since on a page that the scanner has bent every wave of a line has a peak of its
 * own in finer ones; each counts together with the next, or an angle of zero, whose lines fall on rows of
 * pixels, would be better than its neighbours.
 */
export function estimateSkewDegrees(gray: GrayImage, threshold: number): number {
  const points = lowerEdges(gray, threshold);
  if (points.count < 50) return 0;
  let centre = 0;
  let reach = LARGEST_SKEW_DEGREES;
  for (const step of STEPS_DEGREES) {
    const binPx = Math.max(1, Math.round(Math.tan((step * Math.PI) / 180) * gray.widthPx * BIN_SHARE));
    const count = Math.round(reach / step);
    const angles = Array.from({ length: 2 * count + 1 }, (_, index) => centre + (index - count) * step);
    centre = middleOfBest(
      angles,
      angles.map((angle) => projectionScore(points, angle, binPx, gray)),
    );
    reach = step * 1.5;
  }
  return Math.round(Math.min(LARGEST_SKEW_DEGREES, Math.max(-LARGEST_SKEW_DEGREES, centre)) * 100) / 100;
}

/** The middle of the stretch of angles that score best: several may score alike. */
function middleOfBest(angles: readonly number[], scores: readonly number[]): number {
  const best = Math.max(...scores);
  const first = scores.indexOf(best);
  let last = first;
  while (scores[last + 1] === best) last++;
  return (angles[first]! + angles[last]!) / 2;
}

interface EdgePoints {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

function lowerEdges(gray: GrayImage, threshold: number): EdgePoints {
  const { widthPx, heightPx, data } = gray;
  // The outermost 2 % hold scanner edges, which are straight but not the page's.
  const marginX = Math.round(widthPx * 0.02);
  const marginY = Math.round(heightPx * 0.02);
  let stride = 4;
  for (;;) {
    const xs: number[] = [];
    const ys: number[] = [];
    for (let y = marginY; y < heightPx - marginY - 1; y++) {
      for (let x = marginX + ((y * 7) % stride); x < widthPx - marginX; x += stride) {
        const at = y * widthPx + x;
        if (data[at]! < threshold && data[at + widthPx]! >= threshold) {
          xs.push(x);
          ys.push(y);
        }
      }
      if (xs.length > MOST_POINTS) break;
    }
    if (xs.length <= MOST_POINTS)
      return { count: xs.length, x: Float32Array.from(xs), y: Float32Array.from(ys) };
    stride *= 2;
  }
}

function projectionScore(points: EdgePoints, angleDegrees: number, binPx: number, gray: GrayImage): number {
  const slope = Math.tan((angleDegrees * Math.PI) / 180);
  const reach = Math.ceil(Math.abs(slope) * gray.widthPx);
  const bins = new Int32Array(Math.ceil((gray.heightPx + 2 * reach) / binPx) + 2);
  for (let i = 0; i < points.count; i++) {
    bins[Math.floor((points.y[i]! - points.x[i]! * slope + reach) / binPx)]!++;
  }
  let score = 0;
  for (let bin = 0; bin + 1 < bins.length; bin++) score += (bins[bin]! + bins[bin + 1]!) ** 2;
  return score;
}
