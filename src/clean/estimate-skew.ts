import type { GrayImage } from "../model/image.ts";

export const LARGEST_SKEW_DEGREES = 5;
const COARSE_STEP_DEGREES = 0.2;
const FINE_STEP_DEGREES = 0.01;
/** Points beyond this number add time, not accuracy. */
const MOST_POINTS = 60_000;

/**
 * The angle by which a page is turned clockwise, in degrees within ±5, to about 0.02.
 *
 * Lower edges of ink (ink above, paper below) are projected along each candidate angle; where rules and
 * baselines fall into single bins the sum of squares peaks (the method of W. Postl, 1986, over edge points
 * instead of pixels, so that thick strokes do not count more than thin ones).
 */
export function estimateSkewDegrees(gray: GrayImage, threshold: number): number {
  const points = lowerEdges(gray, threshold);
  if (points.count < 50) return 0;
  const coarsePx = Math.max(2, Math.round(gray.widthPx / 900));
  let best = 0;
  let bestScore = -1;
  for (
    let step = -LARGEST_SKEW_DEGREES / COARSE_STEP_DEGREES;
    step <= LARGEST_SKEW_DEGREES / COARSE_STEP_DEGREES;
    step++
  ) {
    const angle = step * COARSE_STEP_DEGREES;
    const score = projectionScore(points, angle, coarsePx, gray);
    if (score > bestScore) [best, bestScore] = [angle, score];
  }
  const centre = best;
  let fine = 0;
  let fineScore = -1;
  const reach = Math.round(COARSE_STEP_DEGREES / FINE_STEP_DEGREES);
  for (let step = -reach; step <= reach; step++) {
    const angle = centre + step * FINE_STEP_DEGREES;
    const score = projectionScore(points, angle, 1, gray);
    if (score > fineScore) [fine, fineScore] = [angle, score];
  }
  return Math.round(fine * 100) / 100;
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
  for (const count of bins) score += count * count;
  return score;
}
