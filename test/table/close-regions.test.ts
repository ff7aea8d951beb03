import { expect, test } from "vitest";
import { closeRegions, type LatticeSides } from "../../src/table/close-regions.ts";

function sidesOf(rowCount: number, columnCount: number): LatticeSides {
  const all = (first: number, second: number): boolean[][] =>
    Array.from({ length: first }, () => Array.from({ length: second }, () => true));
  return { level: all(rowCount + 1, columnCount), upright: all(rowCount, columnCount + 1) };
}

test("a cell over two columns stays one", () => {
  const sides = sidesOf(2, 2);
  sides.upright[0]![1] = false;
  closeRegions(
    sides,
    () => 0,
    () => 0,
  );
  expect(sides.upright[0]![1]).toBe(false);
});

test("three places in an angle are parted along the line of which more is drawn", () => {
  const sides = sidesOf(2, 2);
  sides.upright[0]![1] = false;
  sides.level[1]![0] = false;
  closeRegions(
    sides,
    () => 0.3,
    () => 0.1,
  );
  expect(sides.level[1]![0]).toBe(true);
  expect(sides.upright[0]![1]).toBe(false);
});

test("a hole in the border below a heading is closed over all columns where it is, the heading stays whole", () => {
  const sides = sidesOf(2, 4);
  for (const edge of [1, 2, 3]) sides.upright[0]![edge] = false;
  sides.level[1]![1] = false;
  sides.level[1]![2] = false;
  closeRegions(
    sides,
    (edge) => (edge === 1 ? 0.4 : 0),
    () => 0.05,
  );
  expect(sides.level[1]).toEqual([true, true, true, true]);
  expect(sides.upright[0]).toEqual([true, false, false, false, true]);
});

test("a heading whose words stand where columns part keeps them, though most of the border below is lost", () => {
  const sides = sidesOf(2, 3);
  for (const edge of [1, 2]) sides.upright[0]![edge] = false;
  sides.level[1]![0] = false;
  sides.level[1]![1] = false;
  closeRegions(
    sides,
    (edge, column) => (edge === 1 ? [0.3, 0.1, 1][column]! : 1),
    (row) => (row === 0 ? -1 : 1),
  );
  expect(sides.level[1]).toEqual([true, true, true]);
  expect(sides.upright[0]).toEqual([true, false, false, true]);
});
