import type { LatticeSides } from "./close-regions.ts";

/** An outer edge that is drawn over so much of the table is its border. */
const DRAWN_EDGE_SHARE = 0.5;

/** One side of a place: where its borders are listed, and at which index. */
type Side = readonly [borders: boolean[], index: number];

/**
 * Closes places of which nothing but the outer side is missing, where the table's border is drawn over most others: a scan
 * lost its end. Changes `sides`.
 */
export function closeOuterSides({ level, upright }: LatticeSides): void {
  const rows = upright.map((_, row) =>
    level[row]!.map((__, column): readonly Side[] => [
      [level[row]!, column],
      [level[row + 1]!, column],
      [upright[row]!, column],
      [upright[row]!, column + 1],
    ]),
  );
  const isBorder = ([borders, index]: Side): boolean => borders[index]!;
  const close = (places: readonly (readonly Side[])[], outer: number): void => {
    const drawn = places.filter((sides) => isBorder(sides[outer]!));
    if (drawn.length < places.length * DRAWN_EDGE_SHARE) return;
    for (const sides of places) {
      const [borders, index] = sides[outer]!;
      if (sides.every((side, at) => at === outer || isBorder(side))) borders[index] = true;
    }
  };
  close(rows[0]!, 0);
  close(rows.at(-1)!, 1);
  close(
    rows.map((places) => places[0]!),
    2,
  );
  close(
    rows.map((places) => places.at(-1)!),
    3,
  );
}
