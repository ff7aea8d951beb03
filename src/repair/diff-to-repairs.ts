import type { Repair } from "../model/evidence.ts";
import { splitThaiClusters } from "./thai-clusters.ts";

/**
 * The repairs that turn `observed` into `to`: each the smallest span that changes, cut at Thai clusters so that
 * no repair tears a mark from its consonant. Offsets count in the text as the repairs before have left it.
 *
 * @param score how sure the decision is, 0..1; the same for every span, since they were decided together
 */
export function diffToRepairs(
  observed: string,
  to: string,
  rule: string,
  score: number,
  applied = true,
): Repair[] {
  const before = splitThaiClusters(observed);
  const after = splitThaiClusters(to);
  const kept = commonClusters(before, after);
  const repairs: Repair[] = [];
  let [beforeIndex, afterIndex, offset] = [0, 0, 0];
  for (const [keptBefore, keptAfter] of [...kept, [before.length, after.length] as const]) {
    const from = before.slice(beforeIndex, keptBefore).join("");
    const replacement = after.slice(afterIndex, keptAfter).join("");
    if (from !== replacement) repairs.push({ from, to: replacement, start: offset, rule, score, applied });
    // A suggestion leaves the text as it is, so what follows it has not moved.
    offset += (applied ? replacement : from).length + (before[keptBefore]?.length ?? 0);
    [beforeIndex, afterIndex] = [keptBefore + 1, keptAfter + 1];
  }
  return repairs;
}

/** Index pairs of a longest common subsequence of clusters. */
function commonClusters(before: readonly string[], after: readonly string[]): [number, number][] {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i] === after[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}
