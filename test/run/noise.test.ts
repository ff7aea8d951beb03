import { describe, expect, it } from "vitest";
import { makeRandom } from "../../maker/random.ts";
import { cleanPage } from "../../src/clean/clean-page.ts";
import { inkWithoutText } from "../../src/clean/ink-without-text.ts";
import { withoutNoise } from "../../src/clean/without-noise.ts";
import type { PageImage } from "../../src/model/page.ts";
import type { ReadPage } from "../../src/model/reading.ts";
import { remark } from "../../src/model/remark.ts";
import { doubtNoisy } from "../../src/run/doubt-noisy.ts";

const [WIDTH, HEIGHT, DPI] = [1240, 1754, 150];

/** A sheet of A4 at 150 dpi, white but for what is drawn. */
function sheet(draw: (set: (x: number, y: number) => void) => void): PageImage {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255);
  draw((x, y) => (data[y * WIDTH + x] = 0));
  const scale = 72 / DPI;
  return {
    pageNumber: 1,
    widthPt: WIDTH * scale,
    heightPt: HEIGHT * scale,
    gray: { widthPx: WIDTH, heightPx: HEIGHT, data },
    toPoints: { a: scale, b: 0, c: 0, d: scale, e: 0, f: 0 },
    dpi: DPI,
    origin: "stored-image",
    remarks: [],
  };
}

function square(set: (x: number, y: number) => void, left: number, top: number, side: number): void {
  for (let y = top; y < top + side; y++) for (let x = left; x < left + side; x++) set(x, y);
}

/** A raster of dots, of 4 pixels every 7, right of a place: larger than what is cleaned away as dust. */
function raster(set: (x: number, y: number) => void, fromX: number): void {
  for (let y = 0; y < HEIGHT - 4; y += 7) for (let x = fromX; x < WIDTH - 4; x += 7) square(set, x, y, 4);
}

function dust(set: (x: number, y: number) => void, count: number): void {
  const random = makeRandom("dust");
  for (let dot = 0; dot < count; dot++) {
    square(set, random.integer(0, WIDTH - 8), random.integer(0, HEIGHT - 8), 3);
  }
}

describe("a page of noise", () => {
  it("is told before any line of it is looked for", () => {
    expect(withoutNoise(cleanPage(sheet((set) => raster(set, 0))))).toBeNull();
  });

  it("is read but for the place that is full of it, which is remarked", () => {
    const page = cleanPage(sheet((set) => raster(set, 450)));
    const left = withoutNoise(page);
    expect(left?.remarks.map(({ code }) => code)).toEqual(["too-much-noise"]);
    expect(left?.remarks[0]?.box?.left).toBeGreaterThan(200);
    const inked = (data: Uint8Array): number => data.reduce((sum, ink) => sum + ink, 0);
    expect(inked(left!.ink.data)).toBeLessThan(0.1 * inked(page.ink.data));
  });

  it("counts empty cells in that place as hidden, so that they are for review", () => {
    const box = (
      left: number,
    ): { pageNumber: number; left: number; top: number; width: number; height: number } => ({
      pageNumber: 1,
      left,
      top: 0,
      width: 90,
      height: 20,
    });
    const cell = { row: 0, rowSpan: 1, columnSpan: 1, ink: "empty", lines: [] } as const;
    const page: ReadPage = {
      pageNumber: 1,
      widthPt: 595,
      heightPt: 842,
      kind: "table",
      method: "ocr",
      tables: [
        {
          box: { ...box(0), width: 200 },
          rowCount: 1,
          columnCount: 2,
          headerRowCount: 0,
          closedAtTop: true,
          closedAtBottom: true,
          cells: [
            { ...cell, column: 0, box: box(0) },
            { ...cell, column: 1, box: box(100) },
          ],
        },
      ],
      lines: [],
      remarks: [remark("too-much-noise", "warning", "Dots.", { box: box(120) })],
    };
    expect(doubtNoisy(page).tables[0]!.cells.map(({ isHidden }) => isHidden)).toEqual([undefined, true]);
    expect(doubtNoisy({ ...page, remarks: [] })).toEqual({ ...page, remarks: [] });
  });
});

describe("a page without a line of text", () => {
  it.each([
    [
      "letters an inch high",
      (set: (x: number, y: number) => void) => square(set, 500, 500, 150),
      "ink-without-text",
    ],
    ["black all over", (set: (x: number, y: number) => void) => square(set, 0, 0, WIDTH), "page-all-black"],
  ])("says that there is ink: %s", (_, draw, code) => {
    expect(inkWithoutText(cleanPage(sheet(draw)))?.code).toBe(code);
  });

  it("says nothing of an empty sheet with dust, holes of a punch and the scanner's edge", () => {
    const page = sheet((set) => {
      dust(set, 30);
      square(set, 20, 600, 34);
      square(set, 20, 1100, 34);
      for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < 6; x++) set(x, y);
    });
    expect(inkWithoutText(cleanPage(page))).toBeNull();
  });
});
