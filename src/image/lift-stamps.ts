import type { BinaryImage, GrayImage } from "../model/image.ts";
import { type Stamp, stampDistance } from "./find-stamps.ts";

/** A stamp, and whether its ink could be told from the print under it. */
export interface LiftedStamp extends Stamp {
  readonly isTold: boolean;
}

/** A ring's stroke reaches so far on either side of its middle, in body heights, where a warped scan is allowed for. */
const HALF_STROKE = 0.4;
/** Print this near to a stamp, as a share of its radius, is what its ink is compared with. */
const NEIGHBOURHOOD = 2;
/** The darker quarter of a ring's ink is lighter than that of print by so many levels of grey, where both can be told. */
const QUARTER = 0.25;
const CLEARLY_LIGHTER = 32;
/** What can be lighter about a stroke is its edge: so many inches around its dark middle. */
const EDGE_IN_INCHES = 1 / 200;

/**
 * The ink without that of stamps. Where a stamp's ring is clearly lighter than the print around it, all ink inside that is as
 * light goes, but for the edges of darker strokes, and the print under the stamp remains. Where it is not (in bilevel
 * scans), only the ring goes, and what stands inside cannot be told from the stamp.
 */
export function liftStamps(
  ink: BinaryImage,
  gray: GrayImage,
  stamps: readonly Stamp[],
  { bodyHeightPx, dpi }: { readonly bodyHeightPx: number; readonly dpi: number },
): { readonly ink: BinaryImage; readonly stamps: readonly LiftedStamp[] } {
  if (stamps.length === 0) return { ink, stamps: [] };
  const data = ink.data.slice();
  const lifted = stamps.map((stamp) => {
    const lightest = lightestPrint(ink, gray, stamp, bodyHeightPx);
    const edgePx = Math.max(1, Math.round(dpi * EDGE_IN_INCHES));
    const half = (bodyHeightPx * HALF_STROKE) / stamp.radiusX;
    forEachInk(ink, stamp, 1 + half, (x, y, at, distance) => {
      const isStamps =
        lightest === null
          ? distance >= 1 - half
          : gray.data[at]! > lightest && !isBesideDark(ink, gray, x, y, edgePx, lightest);
      if (isStamps) data[at] = 0;
    });
    return { ...stamp, isTold: lightest !== null };
  });
  return { ink: { ...ink, data }, stamps: lifted };
}

/** The grey up to which ink under a stamp is print, or null where the stamp is as dark as print. */
function lightestPrint(ink: BinaryImage, gray: GrayImage, stamp: Stamp, body: number): number | null {
  const ring = new Uint32Array(256);
  const print = new Uint32Array(256);
  const half = (body * HALF_STROKE) / 4 / stamp.radiusX;
  forEachInk(ink, stamp, NEIGHBOURHOOD, (_x, _y, at, distance) => {
    if (Math.abs(distance - 1) <= half) ring[gray.data[at]!]!++;
    else if (distance > 1 + 6 * half) print[gray.data[at]!]!++;
  });
  const [ringGray, printGray] = [darkerQuarter(ring), darkerQuarter(print)];
  if (ringGray === null) return null;
  // Beside a stamp on empty paper nothing can be compared, and nothing is lost.
  if (printGray === null || ringGray - printGray < CLEARLY_LIGHTER) return null;
  return (ringGray + printGray) / 2;
}

function darkerQuarter(counts: Uint32Array): number | null {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let below = 0;
  for (let level = 0; level < counts.length; level++) {
    below += counts[level]!;
    if (below >= all * QUARTER) return level;
  }
  return null;
}

function isBesideDark(
  ink: BinaryImage,
  gray: GrayImage,
  x: number,
  y: number,
  edgePx: number,
  lightest: number,
): boolean {
  for (let row = Math.max(0, y - edgePx); row <= Math.min(ink.heightPx - 1, y + edgePx); row++) {
    for (let column = Math.max(0, x - edgePx); column <= Math.min(ink.widthPx - 1, x + edgePx); column++) {
      const at = row * ink.widthPx + column;
      if (ink.data[at] === 1 && gray.data[at]! <= lightest) return true;
    }
  }
  return false;
}

/** All ink up to some distance from a stamp's middle, 1 being its ring. */
function forEachInk(
  ink: BinaryImage,
  stamp: Stamp,
  farthest: number,
  visit: (x: number, y: number, at: number, distance: number) => void,
): void {
  const top = Math.max(0, Math.floor(stamp.centerY - stamp.radiusY * farthest));
  const bottom = Math.min(ink.heightPx, Math.ceil(stamp.centerY + stamp.radiusY * farthest));
  const left = Math.max(0, Math.floor(stamp.centerX - stamp.radiusX * farthest));
  const right = Math.min(ink.widthPx, Math.ceil(stamp.centerX + stamp.radiusX * farthest));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = y * ink.widthPx + x;
      if (ink.data[at] !== 1) continue;
      const distance = stampDistance(stamp, x, y);
      if (distance <= farthest) visit(x, y, at, distance);
    }
  }
}
