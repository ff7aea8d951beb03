import type { GrayImage } from "../../src/model/image.ts";

/** A page that no printer made, by name. */
export interface DegeneratePage {
  readonly name: string;
  readonly gray: GrayImage;
}

/** A linear congruential generator: the same seed gives the same pages. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Paint = (left: number, top: number, right: number, bottom: number, level?: number) => void;

function draw(widthPx: number, heightPx: number, paintOn: (paint: Paint) => void): GrayImage {
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  paintOn((left, top, right, bottom, level = 0) => {
    const [from, to] = [Math.max(0, left), Math.min(widthPx, right)];
    for (let y = Math.max(0, top); y < Math.min(heightPx, bottom); y++)
      if (to > from) data.fill(level, y * widthPx + from, y * widthPx + to);
  });
  return { widthPx, heightPx, data };
}

function noise(widthPx: number, heightPx: number, density: number, random: () => number): GrayImage {
  const data = Uint8Array.from({ length: widthPx * heightPx }, () => (random() < density ? 0 : 255));
  return { widthPx, heightPx, data };
}

function checkerboard(sidePx: number, squarePx: number): GrayImage {
  return draw(sidePx, sidePx, (paint) => {
    for (let y = 0; y < sidePx; y += squarePx)
      for (let x = (y / squarePx) % 2 === 0 ? 0 : squarePx; x < sidePx; x += 2 * squarePx)
        paint(x, y, x + squarePx, y + squarePx);
  });
}

/** A frame with rules inside of it, over the page's edges where it is as large as the page. */
function lattice(sidePx: number, marginPx: number, stepPx: number, thickPx: number): GrayImage {
  const end = sidePx - marginPx;
  return draw(sidePx, sidePx, (paint) => {
    for (let at = marginPx; at < end; at += stepPx) {
      paint(marginPx, at, end, at + thickPx);
      paint(at, marginPx, at + thickPx, end);
    }
    paint(marginPx, end - thickPx, end, end);
    paint(end - thickPx, marginPx, end, end);
  });
}

/** Boxes of any size at any place, as large letters, blots, dashes and rules are, with or without white inside. */
function litter(sidePx: number, count: number, largestPx: number, random: () => number): GrayImage {
  return draw(sidePx, sidePx, (paint) => {
    for (let i = 0; i < count; i++) {
      const [left, top] = [Math.floor(random() * sidePx), Math.floor(random() * sidePx)];
      const [width, height] = [1 + Math.floor(random() * largestPx), 1 + Math.floor(random() * largestPx)];
      paint(left, top, left + width, top + height, random() < 0.2 ? 120 : 0);
      if (random() < 0.5) paint(left + 3, top + 3, left + width - 3, top + height - 3, 255);
    }
  });
}

/** A table with words of boxes in its cells, some of its rules and words left out at random. */
function brokenTable(sidePx: number, keep: number, random: () => number): GrayImage {
  const [columns, rows] = [2 + Math.floor(random() * 5), 1 + Math.floor(random() * 7)];
  const [wide, high] = [Math.floor((sidePx - 20) / columns), Math.floor((sidePx - 20) / rows)];
  return draw(sidePx, sidePx, (paint) => {
    for (let row = 0; row <= rows; row++)
      for (let column = 0; column <= columns; column++) {
        const [x, y] = [10 + column * wide, 10 + row * high];
        if (column < columns && random() < keep) paint(x, y, x + wide, y + 2);
        if (row < rows && random() < keep) paint(x, y, x + 2, y + high);
        if (row === rows || column === columns) continue;
        for (let line = 0; line * 22 < high - 8; line++) {
          if (random() > keep) continue;
          const letterPx = random() < 0.1 ? 30 : 14;
          const letters = Math.floor(random() * (wide / 12));
          const from = x + 4 + Math.floor(random() * 12);
          for (let letter = 0; letter < letters; letter++) {
            const [left, top] = [from + letter * 11, y + 6 + line * 22];
            paint(left, top, left + 8, top + letterPx);
            paint(left + 2, top + 2, left + 6, top + letterPx - 2, 255);
            if (random() < 0.3) paint(left + 2, top - 5, left + 7, top - 2);
          }
        }
      }
  });
}

/** Pages of nothing, of one thing only, of noise and of litter; small, and the same for the same seed. */
export function degeneratePages(seed: number): readonly DegeneratePage[] {
  const random = seededRandom(seed);
  const page = (name: string, gray: GrayImage): DegeneratePage => ({ name, gray });
  const fixed: readonly DegeneratePage[] = [
    page(
      "all white",
      draw(300, 300, () => undefined),
    ),
    page(
      "all black",
      draw(300, 300, (paint) => paint(0, 0, 300, 300)),
    ),
    page(
      "all grey",
      draw(300, 300, (paint) => paint(0, 0, 300, 300, 128)),
    ),
    page(
      "one dot",
      draw(300, 300, (paint) => paint(150, 150, 153, 153)),
    ),
    page(
      "one pixel",
      draw(1, 1, (paint) => paint(0, 0, 1, 1)),
    ),
    page(
      "3 x 3",
      draw(3, 3, (paint) => paint(1, 1, 2, 2)),
    ),
    page(
      "1 x 5000",
      draw(1, 5000, (paint) => paint(0, 100, 1, 4000)),
    ),
    page(
      "5000 x 1",
      draw(5000, 1, (paint) => paint(100, 0, 4000, 1)),
    ),
    page(
      "a column of dots",
      draw(200, 390, (paint) => {
        for (let y = 10; y < 380; y += 20) paint(100, y, 106, y + 6);
      }),
    ),
    page(
      "level rules only",
      draw(390, 390, (paint) => {
        for (let y = 20; y < 380; y += 60) paint(20, y, 370, y + 2);
      }),
    ),
    page(
      "upright rules only",
      draw(390, 390, (paint) => {
        for (let x = 20; x < 380; x += 60) paint(x, 20, x + 2, 370);
      }),
    ),
    page(
      "rules at the page's edges",
      draw(390, 390, (paint) => {
        paint(0, 0, 390, 2);
        paint(0, 388, 390, 390);
        paint(0, 0, 2, 390);
        paint(388, 0, 390, 390);
      }),
    ),
    page(
      "a giant letter",
      draw(390, 390, (paint) => {
        paint(60, 40, 330, 350);
        paint(120, 100, 270, 350, 255);
      }),
    ),
    page(
      "letters to the page's edges",
      draw(390, 390, (paint) => {
        for (let y = 0; y < 390; y += 33)
          for (let x = 0; x < 390; x += 18) {
            paint(x, y, x + 14, y + 22);
            paint(x + 3, y + 3, x + 11, y + 19, 255);
          }
      }),
    ),
  ];
  const frames = [0, 5, 40].flatMap((margin) =>
    [30, 90, 400].map((step) => page(`lattice ${margin}/${step}`, lattice(390, margin, step, 3))),
  );
  const boards = [1, 2, 7, 25].map((square) => page(`checkerboard ${square}`, checkerboard(390, square)));
  const noisy = [0.001, 0.01, 0.05, 0.2, 0.5].map((density) =>
    page(`noise ${density}`, noise(300, 300, density, random)),
  );
  const littered = Array.from({ length: 12 }, (_, at) =>
    page(`litter ${at}`, litter(390, 5 + Math.floor(random() * 250), 6 + Math.floor(random() * 120), random)),
  );
  const tables = Array.from({ length: 24 }, (_, at) =>
    page(`broken table ${at}`, brokenTable(390, 0.4 + random() * 0.6, random)),
  );
  return [...fixed, ...frames, ...boards, ...noisy, ...littered, ...tables];
}
