/**
 * The Levenshtein distance of two sequences: how many elements must be inserted, removed or exchanged.
 *
 * Two rows of the dynamic program (Wagner and Fischer 1974); what both share at the ends is cut off first,
 * since most fields differ in a few characters only.
 */
export function editDistance(from: readonly string[], to: readonly string[]): number {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let fromEnd = from.length;
  let toEnd = to.length;
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd -= 1;
    toEnd -= 1;
  }
  const width = toEnd - start;
  let above = Uint32Array.from({ length: width + 1 }, (_, column) => column);
  let row = new Uint32Array(width + 1);
  for (let i = start; i < fromEnd; i += 1) {
    row[0] = i - start + 1;
    for (let column = 1; column <= width; column += 1) {
      const exchange = above[column - 1]! + (from[i] === to[start + column - 1] ? 0 : 1);
      row[column] = Math.min(exchange, above[column]! + 1, row[column - 1]! + 1);
    }
    [above, row] = [row, above];
  }
  return above[width]!;
}
