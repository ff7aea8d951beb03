import { greatest, least } from "../model/extremes.ts";
import { unionRect } from "../model/box.ts";
import type { InkPiece, TextLine } from "../model/line.ts";
import { claimMarks } from "./claim-marks.ts";
import type { ComponentInk } from "./component-ink.ts";
import type { Company, Context, Mark, Place } from "./page-marks.ts";
import {
  bestStanding,
  indexCompany,
  isMarkSized,
  SETTLED_WEIGHT,
  toMark,
  toPlace,
  UNSURE_WEIGHT,
} from "./page-marks.ts";

/** A mark is settled where its line explains it so many times better than any other. */
const SETTLED_MARGIN = 3;
/** Another line has to explain a mark this much better than the one that it was given to. */
const MARGIN = 1.6;
const LEAST_EVIDENCE = 0.8;
const ROUNDS = 3;
/** More marks than on any page of print are noise, from which nothing is to be learned; all are compared with each other. */
const MOST_MARKS = 4000;
/** Parts of grown together marks: each keeps at least so much height, in body heights. */
const SHORTEST_PART = 0.15;
/** A new cut has to explain both parts better by this factor (as a logarithm). */
const CUT_MARGIN = 0.5;
const NO_COMPANY = 0.05;

/**
 * Settles marks between two lines by the page's own example. With tight setting, lower vowels of one line and tone marks
 * of the next stand at the same height, close to letters of both, and grow together; over the first line of a cell they
 * reach through the rule. But print repeats its marks: ุ hangs at the same depth below every baseline, ่ stands at one of
 * two heights. So each mark is compared, by shape and by its place over the baseline of either line, with all other marks
 * of the page as they stand on theirs, and goes where it has more company. Grown together marks are cut where both parts
 * have most, and a mark that has grown into a letter is claimed from it.
 *
 * @param regions the lines of each cell or free region, from top to bottom
 * @returns the same regions; some marks moved to another line, lines that were nothing but such marks gone
 */
export function settleMarks(
  regions: readonly (readonly TextLine[])[],
  bodyHeightPx: number,
  ink: ComponentInk,
): readonly (readonly TextLine[])[] {
  const places = regions.flatMap((lines, region) =>
    lines.map((line, index) => toPlace(line, region, index, bodyHeightPx)),
  );
  const context = { places, bodyHeightPx, ink };
  const marks = places.flatMap((place, at) =>
    regions[place.region]![place.index]!.pieces.filter((piece) => isMarkSized(piece, bodyHeightPx)).map(
      (piece) => toMark(piece, at, context),
    ),
  );
  if (marks.length > MOST_MARKS) return regions;
  const unsure = marks.filter((mark) => mark.candidates.length > 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const company = indexCompany(marks);
    const verdicts = unsure.map((mark) => judgeStanding(mark, company));
    unsure.forEach((mark, index) => Object.assign(mark, verdicts[index]));
  }
  const recut = findBetterCuts(marks, indexCompany(marks), context);
  return claimMarks(rebuild(regions, places, marks, recut), marks, context);
}

/** The line on which a mark has clearly more company than on its own, else its own; and how settled that is. */
function judgeStanding(mark: Mark, company: Company): Pick<Mark, "standing" | "weight"> {
  const found = mark.candidates.map((standing) => ({ standing, company: company(mark, standing.depth) }));
  const own = found.find(({ standing }) => standing.place === mark.standing.place)!;
  const best = found.reduce((a, b) => (b.company > a.company ? b : a));
  const moves = best.company > LEAST_EVIDENCE && best.company > own.company * MARGIN;
  const chosen = moves ? best : own;
  const others = greatest(
    found.filter((other) => other !== chosen).map((other) => other.company),
    0,
  );
  const isSettled = chosen.company > LEAST_EVIDENCE && chosen.company > others * SETTLED_MARGIN;
  return { standing: chosen.standing, weight: isSettled ? SETTLED_WEIGHT : UNSURE_WEIGHT };
}

/** Two parts of one component, one above the other, and what they become. */
interface Recut {
  readonly from: readonly Mark[];
  readonly to: readonly { readonly piece: InkPiece; readonly place: number }[];
}

/** Looks for a better row to part marks that had grown together and were cut where they are thinnest. */
function findBetterCuts(marks: readonly Mark[], company: Company, context: Context): Recut[] {
  const recuts: Recut[] = [];
  for (const upper of marks) {
    const lower = marks.find(
      (other) =>
        other !== upper &&
        other.piece.component === upper.piece.component &&
        Math.abs(other.piece.rect.top - upper.piece.rect.bottom) <= 1 &&
        other.piece.rect.left < upper.piece.rect.right &&
        other.piece.rect.right > upper.piece.rect.left,
    );
    if (lower === undefined) continue;
    const best = bestCut(upper, lower, company, context);
    if (best !== null) recuts.push({ from: [upper, lower], to: best });
  }
  return recuts;
}

function bestCut(upper: Mark, lower: Mark, company: Company, context: Context): Recut["to"] | null {
  const { component } = upper.piece;
  const rect = unionRect([upper.piece.rect, lower.piece.rect]);
  const shortest = Math.max(2, Math.round(context.bodyHeightPx * SHORTEST_PART));
  const worth = (found: number): number => Math.log(NO_COMPANY + found);
  let best: Recut["to"] | null = null;
  let most =
    worth(company(upper, upper.standing.depth)) + worth(company(lower, lower.standing.depth)) + CUT_MARGIN;
  for (let row = rect.top + shortest; row <= rect.bottom - shortest; row += 1) {
    const parts = [
      { component, rect: { ...rect, bottom: row } },
      { component, rect: { ...rect, top: row } },
    ].map((piece) => toMark(tighten(piece, context.ink), -1, context));
    const standings = parts.map((part) => bestStanding(part, company));
    const total = standings.reduce((sum, found) => sum + worth(found?.company ?? 0), 0);
    if (total <= most || standings.includes(null)) continue;
    most = total;
    best = parts.map((part, index) => ({ piece: part.piece, place: standings[index]!.standing.place }));
  }
  return best;
}

/** A piece with the rectangle drawn close around its ink. */
function tighten(piece: InkPiece, ink: ComponentInk): InkPiece {
  const runs = ink.runsOf(piece);
  if (runs.length === 0) return piece;
  return {
    ...piece,
    rect: {
      left: least(
        runs.map(({ start }) => start),
        piece.rect.left,
      ),
      right: greatest(
        runs.map(({ end }) => end),
        piece.rect.right,
      ),
      top: runs[0]!.row,
      bottom: runs.at(-1)!.row + 1,
    },
  };
}

function rebuild(
  regions: readonly (readonly TextLine[])[],
  places: readonly Place[],
  marks: readonly Mark[],
  recuts: readonly Recut[],
): readonly (readonly TextLine[])[] {
  const markOf = new Map(marks.map((mark) => [mark.piece, mark]));
  const gone = new Set(recuts.flatMap(({ from }) => from.map(({ piece }) => piece)));
  const arrivals = new Map<number, InkPiece[]>();
  const arrive = (place: number, piece: InkPiece): void =>
    void arrivals.set(place, [...(arrivals.get(place) ?? []), piece]);
  for (const { to } of recuts) for (const { piece, place } of to) arrive(place, piece);
  places.forEach((place, at) => {
    for (const piece of regions[place.region]![place.index]!.pieces) {
      const mark = markOf.get(piece);
      if (mark === undefined || mark.standing.place === at || gone.has(piece)) continue;
      gone.add(piece);
      arrive(mark.standing.place, piece);
    }
  });
  let at = -1;
  return regions.map((lines) =>
    lines.flatMap((line) => {
      at += 1;
      const coming = arrivals.get(at) ?? [];
      const staying = line.pieces.filter((piece) => !gone.has(piece));
      if (coming.length === 0 && staying.length === line.pieces.length) return [line];
      const pieces = [...staying, ...coming].toSorted((a, b) => a.rect.left - b.rect.left);
      return pieces.length === 0
        ? []
        : [{ ...line, pieces, rect: unionRect(pieces.map(({ rect }) => rect)) }];
    }),
  );
}
