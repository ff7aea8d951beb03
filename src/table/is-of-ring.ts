import { hasInkNear } from "../image/has-ink-near.ts";
import { type Stamp, stampDistance } from "../image/find-stamps.ts";
import type { BinaryImage } from "../model/image.ts";
import type { Ruling } from "../model/table.ts";

/** A ring's straightest pieces lie around its top, bottom and sides: so far from there, and so long at most, in radii. */
const OFF_MIDDLE = 0.4;
const LONGEST = 1.2;
/** The outer edge of a ring's stroke. */
const WITH_STROKE = 1.05;
/** Beyond its straight piece a ring goes on: this share of its next stretch, in radians, is ink, so near to it in radii. */
const FEWEST_INKED = 0.6;
const NEXT = { from: 0.12, to: 0.6, step: 0.03 } as const;
const NEAR = 0.025;

/**
 * Whether a short straight stroke is part of a stamp's ring, its outermost or one further in: it lies inside of the stamp and
 * opposite its middle, and beyond both of its ends ink follows the circle. Rules that a stamp lies on go straight on.
 */
export function isOfRing(ruling: Ruling, stamps: readonly Stamp[], ink: BinaryImage): boolean {
  return stamps.some((stamp) => isOpposite(ruling, stamp) && bendsAway(ruling, stamp, ink));
}

function isOpposite(ruling: Ruling, stamp: Stamp): boolean {
  const { start, end } = ruling;
  const [middle, radius] =
    ruling.orientation === "horizontal" ? [stamp.centerX, stamp.radiusX] : [stamp.centerY, stamp.radiusY];
  return (
    end - start <= radius * LONGEST &&
    Math.abs((start + end) / 2 - middle) <= radius * OFF_MIDDLE &&
    [start, end].every((along) => stampDistance(stamp, ...pointOf(ruling, along)) <= WITH_STROKE)
  );
}

function bendsAway(ruling: Ruling, stamp: Stamp, ink: BinaryImage): boolean {
  const middle = ruling.orientation === "horizontal" ? stamp.centerX : stamp.centerY;
  const scale = stampDistance(
    stamp,
    ...pointOf(ruling, Math.min(ruling.end, Math.max(ruling.start, middle))),
  );
  const nearPx = Math.max(1, Math.round(stamp.radiusX * NEAR));
  const angleOf = (along: number): number => {
    const [x, y] = pointOf(ruling, along);
    return Math.atan2((y - stamp.centerY) / stamp.radiusY, (x - stamp.centerX) / stamp.radiusX);
  };
  const [first, last] = [angleOf(ruling.start), angleOf(ruling.end)];
  const turn = Math.sign(Math.sin(last - first));
  return [
    { from: first, direction: -turn },
    { from: last, direction: turn },
  ].every(({ from, direction }) => {
    let [onPage, inked] = [0, 0];
    for (let turned: number = NEXT.from; turned <= NEXT.to; turned += NEXT.step) {
      const angle = from + direction * turned;
      const x = stamp.centerX + Math.cos(angle) * stamp.radiusX * scale;
      const y = stamp.centerY + Math.sin(angle) * stamp.radiusY * scale;
      if (x < 0 || y < 0 || x >= ink.widthPx || y >= ink.heightPx) continue;
      onPage += 1;
      const [left, top] = [Math.round(x), Math.round(y)];
      if (hasInkNear(ink, { left, top, right: left + 1, bottom: top + 1 }, nearPx)) inked += 1;
    }
    return inked >= onPage * FEWEST_INKED;
  });
}

function pointOf({ orientation, position }: Ruling, along: number): [number, number] {
  return orientation === "horizontal" ? [along, position] : [position, along];
}
