import type { BinaryImage } from "../model/image.ts";
import type { Ruling } from "../model/table.ts";
import { rulingAt } from "./find-rulings.ts";

/** A rule that ends further than this from the next crossing rule, in body heights, really ends. */
const REACH_IN_BODIES = 2.5;
/** A rule this near to a crossing one, in body heights, meets it. */
const MEETS_IN_BODIES = 0.3;
/** Share of the way to the crossing rule that holds ink standing free, as a rule's does. */
const DRAWN_SHARE = 0.45;

/**
 * Prolongs rules to the crossing rule where a broken rule's last piece was too short to be told from print:
 * most of the way there has to hold thin ink in line with the rule.
 */
export function extendToCrossings(
  rulings: readonly Ruling[],
  ink: BinaryImage,
  bodyHeightPx: number,
): Ruling[] {
  return rulings.map((ruling) => {
    const crossings = rulings.filter(
      (other) =>
        other.orientation !== ruling.orientation &&
        ruling.position >= other.start - bodyHeightPx &&
        ruling.position <= other.end + bodyHeightPx,
    );
    const end = nextCrossing(ruling, crossings, ruling.end, 1, bodyHeightPx);
    const start = nextCrossing(ruling, crossings, ruling.start, -1, bodyHeightPx);
    const later = end !== null && isDrawn(ruling, ruling.end, end, ink, bodyHeightPx) ? end : ruling.end;
    const earlier =
      start !== null && isDrawn(ruling, start, ruling.start, ink, bodyHeightPx) ? start : ruling.start;
    return later === ruling.end && earlier === ruling.start ? ruling : prolong(ruling, earlier, later);
  });
}

/** Where the next crossing rule lies beyond an end that meets none, or null. */
function nextCrossing(
  ruling: Ruling,
  crossings: readonly Ruling[],
  from: number,
  direction: 1 | -1,
  bodyHeightPx: number,
): number | null {
  let nearest: number | null = null;
  for (const other of crossings) {
    const distance = (rulingAt(other, ruling.position) - from) * direction;
    if (Math.abs(distance) <= bodyHeightPx * MEETS_IN_BODIES) return null;
    if (distance < 0 || distance > bodyHeightPx * REACH_IN_BODIES) continue;
    if (nearest === null || distance < nearest) nearest = distance;
  }
  return nearest === null ? null : Math.round(from + nearest * direction);
}

function isDrawn(ruling: Ruling, from: number, to: number, ink: BinaryImage, bodyHeightPx: number): boolean {
  const side = ruling.thicknessPx / 2 + Math.max(2, bodyHeightPx * 0.12);
  const isInk = (along: number, across: number): boolean => {
    const [x, y] = ruling.orientation === "horizontal" ? [along, across] : [across, along];
    return x >= 0 && y >= 0 && x < ink.widthPx && y < ink.heightPx && ink.data[y * ink.widthPx + x] === 1;
  };
  let drawn = 0;
  for (let along = from; along < to; along++) {
    const at = rulingAt(ruling, along);
    const middle = Math.floor(at);
    const isOn = isInk(along, middle) || isInk(along, middle - 1) || isInk(along, middle + 1);
    if (isOn && !isInk(along, Math.floor(at - side)) && !isInk(along, Math.floor(at + side))) drawn++;
  }
  return drawn >= (to - from) * DRAWN_SHARE;
}

function prolong(ruling: Ruling, start: number, end: number): Ruling {
  const spans = ruling.spans.map((span, index) => ({
    start: index === 0 ? start : span.start,
    end: index === ruling.spans.length - 1 ? end : span.end,
  }));
  return { ...ruling, start, end, spans, position: rulingAt(ruling, (start + end) / 2) };
}
