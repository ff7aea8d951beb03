/** One difference of two texts: `expected` is `""` for an insertion, `found` is `""` for an omission. */
export interface Edit {
  readonly expected: string;
  readonly found: string;
}

/**
 * A shortest list of single edits that leads from `expected` to `found`, in reading order.
 *
 * Keeps the whole table of the dynamic program (4 bytes for each pair of elements), so it is meant for
 * fields, not for pages. Where several shortest lists exist an exchange goes before an omission and an
 * insertion, so that a misread letter is listed as one letter for another.
 */
export function listEdits(expected: readonly string[], found: readonly string[]): readonly Edit[] {
  const width = found.length + 1;
  const cost = new Uint32Array((expected.length + 1) * width);
  for (let column = 0; column < width; column += 1) cost[column] = column;
  for (let i = 1; i <= expected.length; i += 1) {
    cost[i * width] = i;
    for (let j = 1; j <= found.length; j += 1) {
      const exchange = cost[(i - 1) * width + j - 1]! + (expected[i - 1] === found[j - 1] ? 0 : 1);
      cost[i * width + j] = Math.min(exchange, cost[(i - 1) * width + j]! + 1, cost[i * width + j - 1]! + 1);
    }
  }
  const edits: Edit[] = [];
  let [i, j] = [expected.length, found.length];
  while (i > 0 || j > 0) {
    const here = cost[i * width + j]!;
    const same = i > 0 && j > 0 && expected[i - 1] === found[j - 1];
    if (i > 0 && j > 0 && cost[(i - 1) * width + j - 1]! + (same ? 0 : 1) === here) {
      if (!same) edits.push({ expected: expected[i - 1]!, found: found[j - 1]! });
      i -= 1;
      j -= 1;
    } else if (i > 0 && cost[(i - 1) * width + j]! + 1 === here) {
      edits.push({ expected: expected[i - 1]!, found: "" });
      i -= 1;
    } else {
      edits.push({ expected: "", found: found[j - 1]! });
      j -= 1;
    }
  }
  return edits.toReversed();
}
