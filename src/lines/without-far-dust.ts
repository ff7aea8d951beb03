import { type PixelRect, unionRect } from "../model/box.ts";
import type { InkPiece } from "../model/line.ts";
import { type BodyBand, OVERSHOOT_IN_BODIES } from "./find-body-bands.ts";
import { isLetterOrDash } from "./is-letter-or-dash.ts";

/** A mark or dot stands this near to the next letter, in body heights. */
const REACH = 1;
/**
 * A full stop stands nearer still: of 34 scans all that stood alone half a body height or more behind the last letter
 * was dirt, but for dashes, colons and leaders.
 */
const FULL_STOP_REACH = 0.5;
/** A dash that lost some of its length is at least this long, in body heights, and so many times as long as high. */
const SHORT_DASH = 0.25;
const DASH_FLATNESS = 1.5;
/** Leaders are rows of so many dots. */
const LEADER_DOTS = 3;
/** Dots and dirt on the baseline are smaller than this each way, in body heights; a letter is higher, a row of blanks longer. */
const LARGEST_BLOT = 0.7;

/**
 * Drops dust at either end of a line that is too far from its letters to be a full stop or a mark.
 *
 * @param sorted the line's ink from left to right
 */
export function withoutFarDust(
  sorted: readonly InkPiece[],
  band: BodyBand,
  bodyHeightPx: number,
): readonly InkPiece[] {
  const letters = sorted.filter(
    ({ rect }) => isLetterOrDash(rect, bodyHeightPx) && !isBlot(rect, band, bodyHeightPx),
  );
  if (letters.length === 0) return sorted;
  let { left, right } = unionRect(letters.map(({ rect }) => rect));
  // Leaders hang together: each dot reaches on to the next.
  for (const [at, { rect }] of sorted.entries()) {
    if (rect.left <= right) continue;
    const isPrint =
      isLeader(sorted.slice(at), band, bodyHeightPx) ||
      isShortDash(rect, band, bodyHeightPx) ||
      isOfColon(rect, sorted);
    if (rect.left - right <= bodyHeightPx * (isPrint ? REACH : FULL_STOP_REACH)) right = rect.right;
  }
  for (const { rect } of sorted.toReversed())
    if (rect.right < left && left - rect.right <= bodyHeightPx * REACH) left = rect.left;
  return sorted.filter(({ rect }) => rect.right >= left && rect.left <= right);
}

/** Whether ink is a dash that lost some of its length: flat, and clear of the baseline, which full stops stand on. */
function isShortDash({ left, top, right, bottom }: PixelRect, band: BodyBand, bodyHeightPx: number): boolean {
  const isFlat = right - left >= bodyHeightPx * SHORT_DASH && right - left >= (bottom - top) * DASH_FLATNESS;
  return isFlat && bottom <= band.bottom - bodyHeightPx * OVERSHOOT_IN_BODIES;
}

/** Whether ink that is as long as a dash, and no longer than a letter, lies on the baseline, where no dash does. */
function isBlot({ left, top, right, bottom }: PixelRect, band: BodyBand, bodyHeightPx: number): boolean {
  return (
    bottom - top < bodyHeightPx * LARGEST_BLOT &&
    right - left < bodyHeightPx * LARGEST_BLOT &&
    bottom > band.bottom - bodyHeightPx * OVERSHOOT_IN_BODIES
  );
}

/** Whether pieces begin with a row of dots, each near the next. */
function isLeader(pieces: readonly InkPiece[], band: BodyBand, bodyHeightPx: number): boolean {
  const dots = pieces.slice(0, LEADER_DOTS).map(({ rect }) => rect);
  return (
    dots.length === LEADER_DOTS &&
    dots.every((rect) => isBlot(rect, band, bodyHeightPx)) &&
    dots.slice(1).every((rect, at) => rect.left - dots[at]!.right <= bodyHeightPx * FULL_STOP_REACH)
  );
}

/** Whether a dot has another one over or under it. */
function isOfColon(rect: PixelRect, pieces: readonly InkPiece[]): boolean {
  return pieces.some(
    ({ rect: other }) =>
      other !== rect &&
      Math.min(rect.right, other.right) > Math.max(rect.left, other.left) &&
      (other.top >= rect.bottom || rect.top >= other.bottom),
  );
}
