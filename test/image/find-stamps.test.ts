import { expect, test } from "vitest";
import { findComponents } from "../../src/image/find-components.ts";
import { findStamps, type Stamp } from "../../src/image/find-stamps.ts";
import type { BinaryImage } from "../../src/model/image.ts";

const BODY_PX = 24;
const DPI = 300;
const [WIDTH, HEIGHT] = [1000, 800];

type Draw = (x: number, y: number) => boolean;

function draw(...shapes: readonly Draw[]): BinaryImage {
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) if (shapes.some((shape) => shape(x, y))) data[y * WIDTH + x] = 1;
  return { widthPx: WIDTH, heightPx: HEIGHT, data };
}

const find = (ink: BinaryImage): Stamp[] => findStamps({ ink, dpi: DPI }, findComponents(ink), BODY_PX);

const ring =
  (centerX: number, centerY: number, radius: number, flat = 1): Draw =>
  (x, y) =>
    Math.abs(Math.hypot(x - centerX, (y - centerY) / flat) - radius) <= 3.5;

/** Upright strokes as of letters, in lines, between `left` and `right`. */
const print =
  (left: number, right: number): Draw =>
  (x, y) =>
    x >= left &&
    x < right &&
    y > 60 &&
    y < 740 &&
    y % 50 < BODY_PX &&
    (x % 14 < 5 || y % 50 < 4) &&
    x % 28 < 20;

const near = (stamp: Stamp | undefined, expected: readonly [number, number, number]): void => {
  expect(stamp).toBeDefined();
  expect(Math.abs(stamp!.centerX - expected[0])).toBeLessThan(4);
  expect(Math.abs(stamp!.centerY - expected[1])).toBeLessThan(4);
  expect(Math.abs(stamp!.radiusX - expected[2])).toBeLessThan(4);
};

test("two rings around each other are one stamp, the outer one", () => {
  const stamps = find(draw(ring(500, 400, 150), ring(500, 400, 100)));
  expect(stamps).toHaveLength(1);
  near(stamps[0], [500, 400, 150]);
});

test("a ring over print that it has grown together with is found", () => {
  const stamps = find(draw(print(100, 480), ring(500, 400, 150)));
  expect(stamps).toHaveLength(1);
  near(stamps[0], [500, 400, 150]);
});

test("a ring that erased rules cut in pieces is found", () => {
  const isErased: Draw = (x, y) => x % 90 < 8 || y % 130 < 8;
  const whole = ring(500, 400, 150);
  const stamps = find(draw((x, y) => whole(x, y) && !isErased(x, y)));
  expect(stamps).toHaveLength(1);
  near(stamps[0], [500, 400, 150]);
});

test("a ring that a feeder stretched, or that the page's edge cuts, is found", () => {
  const stretched = find(draw(ring(500, 400, 150, 1.06)));
  near(stretched[0], [500, 400, 150]);
  expect(Math.abs(stretched[0]!.radiusY - 159)).toBeLessThan(4);
  near(find(draw(ring(60, 400, 150)))[0], [60, 400, 150]);
});

test("a ring of specks is found", () => {
  const whole = ring(500, 400, 150);
  const stamps = find(draw((x, y) => whole(x, y) && ((x * 7 + y * 13) % 11 < 4 || (x + 3 * y) % 17 < 4)));
  near(stamps[0], [500, 400, 150]);
});

test("print, boxes, brackets and large round letters are no stamps", () => {
  expect(find(draw(print(100, 900)))).toEqual([]);
  const box: Draw = (x, y) =>
    Math.max(Math.abs(x - 500), Math.abs(y - 400)) <= 150 &&
    Math.max(Math.abs(x - 500), Math.abs(y - 400)) >= 143;
  expect(find(draw(box))).toEqual([]);
  const half = ring(500, 400, 150);
  expect(find(draw((x, y) => half(x, y) && x < 470))).toEqual([]);
  expect(find(draw(ring(500, 400, 50)))).toEqual([]);
});
