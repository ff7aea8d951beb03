import type { Components } from "../image/find-components.ts";
import { holdsPoint, type PixelRect } from "../model/box.ts";
import type { Ruling } from "../model/table.ts";
import { rulingAt } from "./find-rulings.ts";

/** Size of a stamp in body heights, how far it may be from round, and the share of its place that is ink. */
const SMALLEST_STAMP = 5;
const LARGEST_STAMP = 25;
const ROUND_STAMP = 1.3;
const MOST_STAMP_INK = 0.45;
/** Ink this near to a rule, in body heights, is the rule's. */
const ON_RULE = 0.3;

/**
 * Print that no stamp lies on: its ring is as high as wide, larger than print, and hardly filled. Where it touches
 * rules, what is left without them is looked at.
 */
export function withoutStamped(
  runs: readonly PixelRect[],
  components: Components,
  rulings: readonly Ruling[],
  bodyHeightPx: number,
): readonly PixelRect[] {
  if (runs.length === 0) return runs;
  const level = rulings.filter((ruling) => ruling.orientation === "horizontal");
  const stamps: PixelRect[] = [];
  for (let id = 0; id < components.count; id++) {
    const height = components.bottom[id]! - components.top[id]!;
    const width = components.right[id]! - components.left[id]!;
    if (Math.min(width, height) < bodyHeightPx * SMALLEST_STAMP) continue;
    const rest = withoutRules(components, id, level, bodyHeightPx);
    if (rest !== null && isRing(rest.rect, rest.area, bodyHeightPx)) stamps.push(rest.rect);
  }
  if (stamps.length === 0) return runs;
  return runs.filter((run) =>
    stamps.every((stamp) => !holdsPoint(stamp, (run.left + run.right) / 2, (run.top + run.bottom) / 2)),
  );
}

function isRing({ left, top, right, bottom }: PixelRect, area: number, body: number): boolean {
  const [shorter, longer] = [Math.min(right - left, bottom - top), Math.max(right - left, bottom - top)];
  return (
    shorter >= body * SMALLEST_STAMP &&
    longer <= body * LARGEST_STAMP &&
    longer <= shorter * ROUND_STAMP &&
    area <= shorter * longer * MOST_STAMP_INK
  );
}

/** What a component covers apart from rules, and how much ink that is. */
function withoutRules(
  { runs, runOffset, runOrder }: Components,
  id: number,
  level: readonly Ruling[],
  body: number,
): { rect: PixelRect; area: number } | null {
  let [left, top, right, bottom, area] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  for (let k = runOffset[id]!; k < runOffset[id + 1]!; k++) {
    const run = runOrder[k]!;
    const [y, start, end] = [runs.row[run]!, runs.start[run]!, runs.end[run]!];
    const middle = (start + end) / 2;
    const isRule = level.some(
      (ruling) =>
        ruling.start <= middle &&
        ruling.end >= middle &&
        Math.abs(rulingAt(ruling, middle) - y) <= ruling.thicknessPx / 2 + Math.max(2, body * ON_RULE),
    );
    if (isRule) continue;
    area += end - start;
    [left, right] = [Math.min(left, start), Math.max(right, end)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
  }
  return area === 0 ? null : { rect: { left, top, right, bottom }, area };
}
