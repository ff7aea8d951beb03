import { expect, test } from "vitest";
import type { Ruling } from "../../src/model/table.ts";
import { pruneStrokes } from "../../src/table/group-rulings.ts";
import { BODY_PX } from "../support/draw-ink.ts";

function ruling(orientation: Ruling["orientation"], position: number, start: number, end: number): Ruling {
  return { orientation, position, slope: 0, start, end, thicknessPx: 2, spans: [{ start, end }] };
}

const VERTICAL = [100, 400, 1000].map((x) => ruling("vertical", x, 100, 900));
const BORDERS = [100, 900].map((y) => ruling("horizontal", y, 100, 1000));

test("a rule that the scan lost in its middle stays, both pieces of it", () => {
  const pieces = [ruling("horizontal", 500, 100, 540), ruling("horizontal", 501, 660, 1000)];
  const { horizontal } = pruneStrokes(
    { horizontal: [...BORDERS, ...pieces], vertical: VERTICAL },
    10,
    BODY_PX,
  );
  expect(horizontal).toEqual([...BORDERS, ...pieces]);
});

test("an underline that begins at a border goes", () => {
  const underline = ruling("horizontal", 500, 100, 340);
  const { horizontal } = pruneStrokes(
    { horizontal: [...BORDERS, underline], vertical: VERTICAL },
    10,
    BODY_PX,
  );
  expect(horizontal).toEqual(BORDERS);
});

test("a rule over most of the table stays, though the scan lost both of its ends", () => {
  const ends = ruling("horizontal", 500, 180, 930);
  const middle = ruling("horizontal", 700, 450, 940);
  const { horizontal } = pruneStrokes(
    { horizontal: [...BORDERS, ends, middle], vertical: VERTICAL },
    10,
    BODY_PX,
  );
  expect(horizontal).toEqual([...BORDERS, ends]);
});

test("a rule over two columns stays, though the scan lost the end of it", () => {
  const group = ruling("horizontal", 500, 100, 600);
  const { horizontal } = pruneStrokes({ horizontal: [...BORDERS, group], vertical: VERTICAL }, 10, BODY_PX);
  expect(horizontal).toEqual([...BORDERS, group]);
});
