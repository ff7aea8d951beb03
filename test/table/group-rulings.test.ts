import { expect, test } from "vitest";
import type { Ruling } from "../../src/model/table.ts";
import { groupRulings, pruneStrokes } from "../../src/table/group-rulings.ts";
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

/** A table whose inner borders a heading interrupts at 400 to 480, and whose outer ones the scan broke elsewhere. */
const X = [100, 300, 500, 700];
const UPPER = [
  ruling("horizontal", 100, 100, 700),
  ...X.map((x, column) => ruling("vertical", x, 100, [330, 400, 400, 350][column]!)),
];
const LOWER = [
  ruling("horizontal", 900, 100, 700),
  ...X.map((x, column) => ruling("vertical", x, [370, 480, 480, 380][column]!, 900)),
];

test("a table that a heading and breaks of its frame part in two is one", () => {
  const [table, ...others] = groupRulings([...UPPER, ...LOWER], 10, BODY_PX);
  expect(others).toEqual([]);
  expect([table?.horizontal.length, table?.vertical.length]).toEqual([2, 8]);
});

test("two tables of the same columns stay two where a rule ends the first, or the second begins with one", () => {
  const below = [LOWER[0]!, ...X.map((x) => ruling("vertical", x, 480, 900))];
  const rule = (y: number): Ruling => ruling("horizontal", y, 100, 700);
  expect(groupRulings([...UPPER, ...below], 10, BODY_PX)).toHaveLength(1);
  expect(groupRulings([...UPPER, rule(400), ...below], 10, BODY_PX)).toHaveLength(2);
  expect(groupRulings([...UPPER, ...below, rule(480)], 10, BODY_PX)).toHaveLength(2);
});

test("tables of other columns, or far apart, stay apart", () => {
  const others = [LOWER[0]!, ...[100, 200, 400, 600].map((x) => ruling("vertical", x, 480, 900))];
  expect(groupRulings([...UPPER, ...others], 10, BODY_PX)).toHaveLength(2);
  const away = LOWER.map((rule) =>
    rule.orientation === "vertical"
      ? { ...rule, start: rule.start + 12 * BODY_PX, end: rule.end + 12 * BODY_PX }
      : { ...rule, position: rule.position + 12 * BODY_PX },
  );
  expect(groupRulings([...UPPER, ...away], 10, BODY_PX)).toHaveLength(2);
});
