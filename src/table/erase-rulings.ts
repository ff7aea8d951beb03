import type { BinaryImage } from "../model/image.ts";
import type { Ruling } from "../model/table.ts";
import { rulingAt } from "./find-rulings.ts";

/** What of a tone mark can show on one side of a rule, in body heights. */
const TIP = 0.35;

/**
 * The ink without its rules. A stroke that crosses a rule keeps its pixels; one that only touches it from
 * one side loses no more than the rule's own thickness.
 */
export function eraseRulings(
  ink: BinaryImage,
  rulings: readonly Ruling[],
  bodyHeightPx: number,
): BinaryImage {
  const data = ink.data.slice();
  const slackPx = Math.max(2, Math.round(bodyHeightPx * 0.12));
  const tipPx = Math.round(bodyHeightPx * TIP);
  for (const ruling of rulings) eraseRuling(data, ink, ruling, slackPx, tipPx);
  return { widthPx: ink.widthPx, heightPx: ink.heightPx, data };
}

function eraseRuling(
  out: Uint8Array,
  ink: BinaryImage,
  ruling: Ruling,
  slackPx: number,
  tipPx: number,
): void {
  const horizontal = ruling.orientation === "horizontal";
  const alongStep = horizontal ? 1 : ink.widthPx;
  const acrossStep = horizontal ? ink.widthPx : 1;
  const acrossEnd = horizontal ? ink.heightPx : ink.widthPx;
  const thick = Math.max(2, Math.ceil(ruling.thicknessPx) + 1);
  const halfPx = ruling.thicknessPx / 2;
  const driftPx = 2 * slackPx + ruling.thicknessPx;
  // The rule's own place, followed along it: scans bend rules by a few pixels.
  let low = Math.round(rulingAt(ruling, ruling.start) - halfPx);
  let high = Math.round(rulingAt(ruling, ruling.start) + halfPx);
  for (let along = Math.max(0, ruling.start - slackPx); along < ruling.end + slackPx; along++) {
    const base = along * alongStep;
    const isInk = (across: number): boolean =>
      across >= 0 && across < acrossEnd && ink.data[base + across * acrossStep] === 1;
    const expected = rulingAt(ruling, along);
    const isNear = isInk(low) || isInk(high - 1) || isInk((low + high) >> 1);
    // Where nothing goes on, the search begins anew at the rule's straight line.
    if (!isNear) [low, high] = [Math.round(expected - halfPx), Math.round(expected + halfPx)];
    let top = -1;
    for (let across = low - slackPx; across <= high + slackPx; across++) {
      if (isInk(across)) {
        top = across;
        break;
      }
    }
    if (top < 0) continue;
    while (isInk(top - 1) && low - top <= 3 * slackPx + thick) top--;
    let bottom = top + 1;
    while (isInk(bottom) && bottom - high <= 3 * slackPx + thick) bottom++;
    if (bottom - top <= thick + 1) {
      // A rule moves by a pixel from one place to the next; ink further off is a letter's stroke beside it.
      const isRule = bottom - top >= ruling.thicknessPx - 1 && top <= high && bottom >= low;
      if (Math.abs((top + bottom) / 2 - expected) > driftPx) {
        [low, high] = [Math.round(expected - halfPx), Math.round(expected + halfPx)];
        continue;
      }
      for (let across = top; across < bottom; across++) out[base + across * acrossStep] = 0;
      if (isRule) [low, high] = [top, bottom];
      continue;
    }
    const [overLow, overHigh] = [low - top, bottom - high];
    const beyondLow = overLow > 2;
    const beyondHigh = overHigh > 2;
    if (beyondLow && beyondHigh) continue;
    // The tip of a tone mark: most of it lies in the rule, and it shows on either side.
    if (Math.min(overLow, overHigh) >= 1 && (beyondLow || beyondHigh) && Math.max(overLow, overHigh) <= tipPx)
      continue;
    const from = beyondLow ? low : top;
    const to = beyondHigh ? high : bottom;
    for (let across = from; across < to; across++) out[base + across * acrossStep] = 0;
  }
}
