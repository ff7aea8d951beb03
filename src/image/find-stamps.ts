import type { BinaryImage } from "../model/image.ts";
import type { CleanPage } from "../model/page.ts";
import { type Components, findComponents, type InkRuns } from "./find-components.ts";
import { circleThrough, type Ellipse, fitCircle, fitEllipse, type Points } from "./fit-ellipse.ts";
import { outlineOf } from "./outline-of.ts";

/** A round stamp on a page: the middle of its outermost ring's stroke. */
export type Stamp = Ellipse;

/** Rings are looked for on an image of this resolution: a ring's stroke is half a millimetre wide at least. */
const COARSE_DPI = 100;
/** Radii of rings, in body heights, and how much longer than high (or the other way) a scan makes them at most. */
const SMALLEST_RADIUS = 2.5;
const LARGEST_RADIUS = 13;
const ROUND = 1.12;
/** A ring's piece is at least this long; longer ink than the last is a rule or a picture. In body heights. */
const SHORTEST_ARC = 2.2;
const LONGEST_INK = 80;
/** Pieces lower than this, in body heights, may be words: these have more ink than a stroke of this width. */
const LOWEST_RING = 2.6;
const WIDEST_STROKE = 0.6;
const MOST_RUNS = 3;
/** The share of its place that is ink in a ring with all that is grown together with it. */
const MOST_INK = 0.6;
/** Three points of an outline give a circle; so many are tried, and this share of the outline has to lie on the best. */
const TRIALS = 160;
const FEWEST_ON_CIRCLE = 0.25;
/** How far from a ring, in body heights, its ink is looked for: first and in the end. */
const REACHES = [0.5, 0.35, 0.25, 0.2];
/** The stroke lies this near to the ring, in body heights, and ink counts where it follows the ring so far. */
const ON_RING = 0.09;
const SHORTEST_PIECE = 0.7;
/**
 * The share of a ring that is drawn (print reached 0.63, the rings of stamps 0.9), and of one around a ring that was found; the
 * share of ink beside it; and the share of the circle that lies on the page.
 */
const FEWEST_DRAWN = 0.72;
const FEWEST_DRAWN_OUTSIDE = 0.5;
const MOST_BESIDE = 0.5;
const BESIDE = 0.5;
const FEWEST_ON_PAGE = 0.3;
/** Nobody puts more stamps on a page than these: so many rings are a pattern of the paper, or noise. */
const MOST_STAMPS = 40;
/** An outer ring is at most so many times larger than an inner one. */
const OUTER_TO_INNER = 1.9;

/**
 * The round stamps of a page, the outermost ring of each: also where table rules or print cut the ring in pieces or
 * grow together with it, where the ink is speckled, and where the page ends within it.
 *
 * Circles come from large pieces of ink, by random sampling of three points of their outlines (M. Fischler and R. Bolles,
 * "Random sample consensus", CACM 24, 1981); each is then fitted anew to all ink that lies along it, whatever piece that
 * belongs to, and is a ring if a stroke follows it around most of its way with paper on both sides. All of this happens on a
 * coarser image, in which the specks that a stamp's ink often is hang together.
 *
 * @param page tells the size of the page and its resolution
 * @param components the page's ink without its rules
 */
export function findStamps(
  page: Pick<CleanPage, "ink" | "dpi">,
  components: Components,
  bodyHeightPx: number,
): Stamp[] {
  const cellPx = Math.max(1, Math.round(page.dpi / COARSE_DPI));
  const coarse = coarserInk(page.ink, components.runs, cellPx);
  return findRings(coarse, bodyHeightPx / cellPx).map((ring) => ({
    centerX: (ring.centerX + 0.5) * cellPx,
    centerY: (ring.centerY + 0.5) * cellPx,
    radiusX: ring.radiusX * cellPx,
    radiusY: ring.radiusY * cellPx,
  }));
}

function findRings(ink: BinaryImage, body: number): Ellipse[] {
  const components = findComponents(ink);
  const rings: Ellipse[] = [];
  for (const id of possibleArcs(components, body)) {
    const x = (components.left[id]! + components.right[id]!) / 2;
    const y = (components.top[id]! + components.bottom[id]!) / 2;
    if (rings.some((ring) => stampDistance(ring, x, y) <= 1)) continue;
    const circle = sampleCircle(outlineOf(components, id), body);
    const ring = circle === null ? null : settleRing(ink, circle, body);
    if (ring === null) continue;
    const outer = outermost(ink, ring, body);
    if (!rings.some((other) => stampDistance(other, outer.centerX, outer.centerY) < 0.5)) rings.push(outer);
    if (rings.length > MOST_STAMPS) return [];
  }
  return rings;
}

/** Ink with one pixel for so many in each direction: ink where any of them is. */
function coarserInk({ widthPx, heightPx }: BinaryImage, runs: InkRuns, cellPx: number): BinaryImage {
  const [width, height] = [Math.ceil(widthPx / cellPx), Math.ceil(heightPx / cellPx)];
  const data = new Uint8Array(width * height);
  for (let i = 0; i < runs.count; i++) {
    const row = Math.floor(runs.row[i]! / cellPx) * width;
    const last = Math.floor((runs.end[i]! - 1) / cellPx);
    for (let at = Math.floor(runs.start[i]! / cellPx); at <= last; at++) data[row + at] = 1;
  }
  return { widthPx: width, heightPx: height, data };
}

/** How far a point is from a stamp's middle: 1 on its outermost ring, less inside. */
export function stampDistance(stamp: Stamp, x: number, y: number): number {
  return Math.hypot((x - stamp.centerX) / stamp.radiusX, (y - stamp.centerY) / stamp.radiusY);
}

/** Pieces of ink that may be a ring or a part of one, the largest first. */
function possibleArcs(components: Components, body: number): number[] {
  const { count, left, top, right, bottom, area, runOffset } = components;
  const found: { id: number; size: number }[] = [];
  for (let id = 0; id < count; id++) {
    const [width, height] = [right[id]! - left[id]!, bottom[id]! - top[id]!];
    const longer = Math.max(width, height);
    if (longer < body * SHORTEST_ARC || longer > body * LONGEST_INK) continue;
    // A bent stroke has one run of ink or two in a row, a word of grown together letters many.
    const isSlim =
      runOffset[id + 1]! - runOffset[id]! <= height * MOST_RUNS &&
      area[id]! <= Math.hypot(width, height) * body * WIDEST_STROKE;
    const isLarge = Math.min(width, height) >= body * LOWEST_RING && area[id]! <= width * height * MOST_INK;
    // A piece as straight as a rule says nothing of a circle.
    const isBent = Math.min(width, height) >= body * 0.3;
    if (isLarge || (isSlim && isBent)) found.push({ id, size: longer });
  }
  return found.toSorted((a, b) => b.size - a.size).map(({ id }) => id);
}

/** The circle through three points of an outline that most others lie on, or null where hardly any do. */
function sampleCircle(outline: Points, body: number): Ellipse | null {
  const { x, y } = outline;
  const near = Math.max(1, body * ON_RING);
  let state = 1;
  const draw = (): number => {
    // A linear congruential generator: the same page gives the same circles.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * x.length);
  };
  let best: Ellipse | null = null;
  let most = x.length * FEWEST_ON_CIRCLE;
  for (let trial = 0; trial < TRIALS; trial++) {
    const [i, j, k] = [draw(), draw(), draw()];
    const circle = circleThrough([x[i]!, y[i]!], [x[j]!, y[j]!], [x[k]!, y[k]!]);
    if (circle === null || !isOfSize(circle, body)) continue;
    const [nearest, farthest] = [(circle.radiusX - near) ** 2, (circle.radiusX + near) ** 2];
    let on = 0;
    for (let at = 0; at < x.length; at++) {
      const square = (x[at]! - circle.centerX) ** 2 + (y[at]! - circle.centerY) ** 2;
      if (square >= nearest && square <= farthest) on++;
    }
    if (on > most) [best, most] = [circle, on];
  }
  return best;
}

function isOfSize({ radiusX, radiusY }: Ellipse, body: number): boolean {
  const [shorter, longer] = [Math.min(radiusX, radiusY), Math.max(radiusX, radiusY)];
  return shorter >= body * SMALLEST_RADIUS && longer <= body * LARGEST_RADIUS && longer <= shorter * ROUND;
}

/** Fits a circle to the ink along it until it keeps; null if no ring is there. */
function settleRing(
  ink: BinaryImage,
  circle: Ellipse,
  body: number,
  fewestDrawn = FEWEST_DRAWN,
): Ellipse | null {
  let ring = circle;
  for (const [at, reach] of REACHES.entries()) {
    const points = pointsAlong(ink, ring, body, reach);
    const isLast = at >= REACHES.length - 2;
    const fitted = (isLast ? fitEllipse(points) : null) ?? fitCircle(points);
    if (fitted === null || !isOfSize(fitted, body)) return null;
    ring = fitted;
    // Most candidates are letters' strokes, and nothing follows the circle any further.
    if (at === 0 && drawnShare(ink, ring, body) < FEWEST_DRAWN / 3) return null;
  }
  return drawnShare(ink, ring, body) >= fewestDrawn ? ring : null;
}

/** The largest ring around a ring with the same middle, else the ring itself. */
function outermost(ink: BinaryImage, ring: Ellipse, body: number): Ellipse {
  const step = (body * ON_RING) / ring.radiusX;
  for (let times = OUTER_TO_INNER; times > 1 + (body * BESIDE) / ring.radiusX; times -= step) {
    const larger = { ...ring, radiusX: ring.radiusX * times, radiusY: ring.radiusY * times };
    if (!isOfSize(larger, body) || drawnShare(ink, larger, body) < FEWEST_DRAWN_OUTSIDE / 2) continue;
    const settled = settleRing(ink, larger, body, FEWEST_DRAWN_OUTSIDE);
    if (settled !== null && settled.radiusX > ring.radiusX + (body * BESIDE) / 2) return settled;
  }
  return ring;
}

/** The middles of strokes that lie along a ring, one for each direction that has one nearby. */
function pointsAlong(ink: BinaryImage, ring: Ellipse, body: number, reach: number): Points {
  const x: number[] = [];
  const y: number[] = [];
  const reachPx = Math.ceil(body * reach);
  const widest = body * WIDEST_STROKE * 1.4;
  const { cos, sin } = directions(ring, body);
  for (let i = 0; i < cos.length; i++) {
    const [u, v] = [cos[i]!, sin[i]!];
    const [ringX, ringY] = [ring.centerX + u * ring.radiusX, ring.centerY + v * ring.radiusY];
    const inkAt = (offset: number): boolean => isInk(ink, ringX + u * offset, ringY + v * offset);
    // From the ring outwards and inwards in turn, to the nearest ink.
    let hit: number | null = null;
    for (let offset = 0; offset <= reachPx && hit === null; offset++)
      hit = inkAt(offset) ? offset : inkAt(-offset) ? -offset : null;
    if (hit === null) continue;
    let [inner, outer] = [hit, hit];
    while (inkAt(outer + 1) && outer - inner <= widest) outer++;
    while (inkAt(inner - 1) && outer - inner <= widest) inner--;
    if (outer - inner > widest) continue;
    x.push(ringX + (u * (inner + outer)) / 2);
    y.push(ringY + (v * (inner + outer)) / 2);
  }
  return { x, y };
}

/**
 * The share of a ring on the page that a stroke follows, in pieces that are longer than letters' strokes crossing it are
 * wide. 0 where there is as much ink beside it: in print and in pictures; and where too little of it is on the page.
 */
function drawnShare(ink: BinaryImage, ring: Ellipse, body: number): number {
  const nearPx = Math.max(1, Math.round(body * ON_RING));
  const besidePx = body * BESIDE;
  const { centerX, centerY, radiusX, radiusY } = ring;
  const { cos, sin } = directions(ring, body);
  const shortest = (body * SHORTEST_PIECE * cos.length) / (2 * Math.PI * radiusX);
  let [onPage, drawn, outside, inside, following] = [0, 0, 0, 0, 0];
  for (let i = 0; i < cos.length; i++) {
    const [u, v] = [cos[i]!, sin[i]!];
    const [x, y] = [centerX + u * radiusX, centerY + v * radiusY];
    const isOnPage = x >= 0 && y >= 0 && x < ink.widthPx && y < ink.heightPx;
    if (isOnPage) onPage++;
    let isDrawn = false;
    if (isOnPage)
      for (let offset = -nearPx; offset <= nearPx && !isDrawn; offset++)
        isDrawn = isInk(ink, x + u * offset, y + v * offset);
    following = isDrawn ? following + 1 : 0;
    if (following < shortest) continue;
    drawn += following - shortest < 1 ? following : 1;
    if (isInk(ink, x + u * besidePx, y + v * besidePx)) outside++;
    if (isInk(ink, x - u * besidePx, y - v * besidePx)) inside++;
  }
  if (onPage < cos.length * FEWEST_ON_PAGE) return 0;
  return Math.max(outside, inside) > drawn * MOST_BESIDE ? 0 : drawn / onPage;
}

/** Unit vectors around a ring's middle, so many that their points on it are a thin stroke apart. */
function directions(ring: Ellipse, body: number): { cos: Float64Array; sin: Float64Array } {
  const count = Math.ceil((2 * Math.PI * ring.radiusX) / Math.max(1, body * 0.12));
  const [cos, sin] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) {
    cos[i] = Math.cos((i * 2 * Math.PI) / count);
    sin[i] = Math.sin((i * 2 * Math.PI) / count);
  }
  return { cos, sin };
}

/** Whether the pixel at a point is ink; what lies off the page is not. */
function isInk(ink: BinaryImage, x: number, y: number): boolean {
  const [column, row] = [Math.round(x), Math.round(y)];
  if (column < 0 || row < 0 || column >= ink.widthPx || row >= ink.heightPx) return false;
  return ink.data[row * ink.widthPx + column] === 1;
}
