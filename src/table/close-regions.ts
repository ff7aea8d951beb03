/** Which sides of a lattice's places are borders; `true` may be added. */
export interface LatticeSides {
  /** `level[edge][column]`: row edge `edge` over `column`. */
  readonly level: boolean[][];
  /** `upright[row][edge]`: column edge `edge` beside `row`. */
  readonly upright: boolean[][];
}

type Share = (first: number, second: number) => number;

interface Cut {
  readonly sides: readonly (readonly [row: number, column: number])[];
  readonly isLevel: boolean;
  readonly score: number;
}

/**
 * Closes borders that a scan lost: places that hang together without forming a rectangle are parted along
 * the line of which most is drawn, until all cells are rectangles. Changes `sides`.
 *
 * @param levelShare how much of a level side is drawn (edge, column)
 * @param uprightShare how much of an upright side is drawn (row, edge), below 0 where something speaks against it
 */
export function closeRegions(sides: LatticeSides, levelShare: Share, uprightShare: Share): void {
  const rowCount = sides.upright.length;
  const columnCount = sides.level[0]!.length;
  const mostCuts = rowCount * columnCount * 2;
  for (let count = 0; count < mostCuts; count++) {
    const regionOf = labelPlaces(sides, rowCount, columnCount);
    const odd = findOddRegion(regionOf, rowCount, columnCount);
    if (odd === null) return;
    const cuts = [
      ...levelCuts(sides, regionOf, odd, levelShare),
      ...uprightCuts(sides, regionOf, odd, uprightShare),
    ];
    const best = cuts
      .filter((cut) =>
        cut.sides.some(([row, column]) => !(cut.isLevel ? sides.level : sides.upright)[row]![column]),
      )
      .toSorted((a, b) => b.score - a.score || b.sides.length - a.sides.length)[0];
    if (best === undefined) return;
    for (const [row, column] of best.sides) {
      if (best.isLevel) sides.level[row]![column] = true;
      else sides.upright[row]![column] = true;
    }
  }
}

function labelPlaces(sides: LatticeSides, rowCount: number, columnCount: number): number[][] {
  const regionOf = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => -1));
  let next = 0;
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      if (regionOf[row]![column] !== -1) continue;
      const region = next++;
      const members: [number, number][] = [[row, column]];
      regionOf[row]![column] = region;
      for (const [r, c] of members) {
        const steps: [boolean, number, number][] = [
          [sides.level[r]![c]!, r - 1, c],
          [sides.level[r + 1]![c]!, r + 1, c],
          [sides.upright[r]![c]!, r, c - 1],
          [sides.upright[r]![c + 1]!, r, c + 1],
        ];
        for (const [isBlocked, toRow, toColumn] of steps) {
          if (isBlocked || regionOf[toRow]?.[toColumn] !== -1) continue;
          regionOf[toRow][toColumn] = region;
          members.push([toRow, toColumn]);
        }
      }
    }
  }
  return regionOf;
}

/** The first region that is no rectangle, or null. */
function findOddRegion(
  regionOf: readonly (readonly number[])[],
  rowCount: number,
  columnCount: number,
): number | null {
  const boxes = new Map<
    number,
    { top: number; bottom: number; left: number; right: number; places: number }
  >();
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      const region = regionOf[row]![column]!;
      const box = boxes.get(region);
      if (box === undefined)
        boxes.set(region, { top: row, bottom: row, left: column, right: column, places: 1 });
      else {
        box.bottom = row;
        box.left = Math.min(box.left, column);
        box.right = Math.max(box.right, column);
        box.places++;
      }
    }
  }
  for (const [region, { top, bottom, left, right, places }] of boxes) {
    if (places < (bottom - top + 1) * (right - left + 1)) return region;
  }
  return null;
}

/** Lines along row edges that run through a region. */
function levelCuts(
  sides: LatticeSides,
  regionOf: readonly (readonly number[])[],
  region: number,
  share: Share,
): Cut[] {
  return sides.level.flatMap((columns, edge) =>
    stretches(columns.length, (column) => isInside(regionOf, region, edge - 1, column, edge, column)).map(
      (stretch) => ({
        sides: stretch.map((column) => [edge, column] as const),
        isLevel: true,
        score: mean(stretch.map((column) => share(edge, column))),
      }),
    ),
  );
}

/** Lines along column edges that run through a region. */
function uprightCuts(
  sides: LatticeSides,
  regionOf: readonly (readonly number[])[],
  region: number,
  share: Share,
): Cut[] {
  return sides.upright[0]!.flatMap((_, edge) =>
    stretches(sides.upright.length, (row) => isInside(regionOf, region, row, edge - 1, row, edge)).map(
      (stretch) => ({
        sides: stretch.map((row) => [row, edge] as const),
        isLevel: false,
        score: mean(stretch.map((row) => share(row, edge))),
      }),
    ),
  );
}

function isInside(
  regionOf: readonly (readonly number[])[],
  region: number,
  row: number,
  column: number,
  otherRow: number,
  otherColumn: number,
): boolean {
  return regionOf[row]?.[column] === region && regionOf[otherRow]?.[otherColumn] === region;
}

/** Maximal stretches of numbers below `count` that fulfil a condition. */
function stretches(count: number, holds: (index: number) => boolean): number[][] {
  const found: number[][] = [];
  for (let index = 0; index < count; index++) {
    if (!holds(index)) continue;
    const last = found.at(-1);
    if (last !== undefined && last.at(-1) === index - 1) last.push(index);
    else found.push([index]);
  }
  return found;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
