import type { GrayImage } from "../model/image.ts";

/** Otsu's threshold is kept inside these grey levels: pages of little ink pull it towards the paper. */
const LOWEST = 105;
const HIGHEST = 185;

/**
 * The grey level that parts ink from paper on an evenly lit page: Otsu's method (1979) over every fourth
 * row, kept inside sensible bounds. A pixel darker than the result is ink.
 */
export function inkThreshold(gray: GrayImage): number {
  const histogram = countLevels(gray);
  const total = histogram.reduce((sum, count) => sum + count, 0);
  const sumAll = histogram.reduce((sum, count, level) => sum + count * level, 0);
  let best = 128;
  let bestSpread = -1;
  let darkCount = 0;
  let darkSum = 0;
  for (let level = 0; level < 255; level++) {
    darkCount += histogram[level]!;
    darkSum += histogram[level]! * level;
    const lightCount = total - darkCount;
    if (darkCount === 0 || lightCount === 0) continue;
    const difference = darkSum / darkCount - (sumAll - darkSum) / lightCount;
    const spread = darkCount * lightCount * difference * difference;
    if (spread > bestSpread) {
      bestSpread = spread;
      best = level + 1;
    }
  }
  return Math.min(HIGHEST, Math.max(LOWEST, best));
}

/** Grey levels of every fourth row. Columns take turns among four tables: neighbours are mostly the same white, and would wait for each other's count. */
function countLevels({ widthPx, heightPx, data }: GrayImage): Float64Array {
  const tables = new Int32Array(4 * 256);
  for (let y = 0; y < heightPx; y += 4) {
    for (let at = y * widthPx, end = at + widthPx; at < end; at++) tables[((at & 3) << 8) | data[at]!]!++;
  }
  return Float64Array.from(
    { length: 256 },
    (_, level) => tables[level]! + tables[256 + level]! + tables[512 + level]! + tables[768 + level]!,
  );
}
