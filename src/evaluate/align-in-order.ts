/** Indices of an expected element and of the found element that stands for it. */
export interface Pair {
  readonly expected: number;
  readonly found: number;
}

/**
 * Pairs two sequences in reading order so that the similarities of the pairs add up to the most
 * (Needleman and Wunsch 1970, gaps cost nothing). Pairs never cross; elements whose similarity lies below
 * `least` are not paired, which leaves both without a partner.
 */
export function alignInOrder(
  expectedCount: number,
  foundCount: number,
  similarity: (expected: number, found: number) => number,
  least: number,
): readonly Pair[] {
  const width = foundCount + 1;
  const best = new Float64Array((expectedCount + 1) * width);
  for (let i = 1; i <= expectedCount; i += 1) {
    for (let j = 1; j <= foundCount; j += 1) {
      const alike = similarity(i - 1, j - 1);
      const at = i * width + j;
      const paired = alike >= least ? best[at - width - 1]! + alike : -Infinity;
      best[at] = Math.max(paired, best[at - width]!, best[at - 1]!);
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [expectedCount, foundCount];
  while (i > 0 && j > 0) {
    const at = i * width + j;
    // Of equal partners the first in reading order is taken.
    if (best[at] === best[at - 1]) j -= 1;
    else if (best[at] === best[at - width]) i -= 1;
    else {
      pairs.push({ expected: i - 1, found: j - 1 });
      i -= 1;
      j -= 1;
    }
  }
  return pairs.toReversed();
}
