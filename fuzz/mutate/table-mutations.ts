import type { Random } from "../../maker/random.ts";
import type { Mutation } from "./mutation.ts";

const CELLS: readonly string[] = [
  "",
  " ",
  "(a+)+$",
  ".*",
  "[ก-",
  "\\",
  "$&$1",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "-1",
  "1e999",
  "๑๒๓๔๕๖",
  "999999",
  "600501",
  "นครสวรรค์",
  "..",
  "ก",
  "กกก",
  "ก".repeat(20_000),
  "ก ".repeat(5_000),
  "|||||",
  '"',
  "a\nb",
  "\u0000",
  "result",
  "other",
  "นายก.",
];

function byRows(
  name: string,
  change: (rows: string[][], random: Random) => readonly (readonly string[])[],
): Mutation {
  return {
    name,
    apply(bytes, random) {
      const rows = bytes
        .toString("utf8")
        .split("\n")
        .map((line) => line.split(","));
      return Buffer.from(
        change(rows, random)
          .map((row) => row.join(","))
          .join("\n"),
      );
    },
  };
}

/** What people do to a list that is saved as CSV. */
export const TABLE_MUTATIONS: readonly Mutation[] = [
  byRows("csv-cell", (rows, random) => {
    const at = random.integer(0, rows.length - 1);
    const cell = random.integer(0, Math.max(0, rows[at]!.length - 1));
    return rows.with(at, rows[at]!.with(cell, random.pick(CELLS)));
  }),
  byRows("csv-remove-column", (rows, random) => {
    const column = random.integer(0, Math.max(0, rows[0]!.length - 1));
    return rows.map((row) => row.toSpliced(column, 1));
  }),
  byRows("csv-column-name", (rows, random) =>
    rows.with(0, rows[0]!.with(random.integer(0, rows[0]!.length - 1), random.pick(CELLS))),
  ),
  byRows("csv-swap-columns", (rows) => rows.map((row) => row.toReversed())),
  byRows("csv-many-rows", (rows, random) => {
    const row = random.pick(rows);
    return [...rows, ...Array.from({ length: 2_000 }, (_, index) => row.map((cell) => `${cell}${index}`))];
  }),
  byRows("csv-same-rows", (rows) => [...rows, ...rows, ...rows]),
  byRows("csv-extra-cells", (rows, random) =>
    rows.map((row) =>
      random.chance(0.3) ? [...row, ...Array.from({ length: 40 }, () => random.pick(CELLS))] : row,
    ),
  ),
  byRows("csv-remove-cell", (rows, random) => {
    const at = random.integer(0, rows.length - 1);
    return rows.with(at, rows[at]!.slice(1));
  }),
];

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const VALUES: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  0.1,
  "",
  "x",
  "(a+)+$",
  "ก".repeat(20_000),
  "\u0000\u202e\u001b[31m",
  [],
  {},
  [[[[]]]],
  [null],
];

/** Every place in a JSON value, each as the way there. */
function placesIn(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return [path, ...inner.flatMap(([key, item]) => placesIn(item as Json, [...path, key]))];
}

/** The value with that at `path` changed; `undefined` takes it out. */
function changeAt(
  value: Json,
  [key, ...rest]: readonly (string | number)[],
  change: (old: Json) => Json | undefined,
): Json | undefined {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    const changed = changeAt(items[key as number]!, rest, change);
    return changed === undefined ? items.toSpliced(key as number, 1) : items.with(key as number, changed);
  }
  const entries = Object.entries(value as { readonly [name: string]: Json });
  return Object.fromEntries(
    entries.flatMap(([name, item]) => {
      if (name !== key) return [[name, item]];
      const changed = changeAt(item, rest, change);
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
}

function onJson(name: string, change: (value: Json, random: Random) => Json | undefined): Mutation {
  return {
    name,
    apply(bytes, random) {
      try {
        const value = JSON.parse(bytes.toString("utf8")) as Json;
        return Buffer.from(JSON.stringify(change(value, random) ?? null, null, 2));
      } catch {
        return Buffer.from(bytes);
      }
    },
  };
}

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const DEEP = 5_000;

/** JSON that is JSON still, and no longer what it should be. */
export const JSON_MUTATIONS: readonly Mutation[] = [
  onJson("json-value", (value, random) =>
    changeAt(value, random.pick(placesIn(value)), () => random.pick(VALUES)),
  ),
  onJson("json-remove", (value, random) => changeAt(value, random.pick(placesIn(value)), () => undefined)),
  onJson("json-repeat", (value, random) =>
    changeAt(value, random.pick(placesIn(value)), (old) =>
      Array.isArray(old)
        ? Array.from({ length: random.pick([2, 100]) }, () => old as Json[]).flat()
        : [old, old],
    ),
  ),
  onJson("json-move", (value, random) => {
    const places = placesIn(value);
    const from = random.pick(places);
    let taken: Json = null;
    changeAt(value, from, (old) => (taken = old));
    return changeAt(value, random.pick(places), () => taken);
  }),
  onJson("json-number", (value, random) =>
    changeAt(value, random.pick(placesIn(value)), (old) =>
      typeof old === "number" ? random.pick([0, -1, 0.5, 1e308, 2 ** 40, old + 1]) : old,
    ),
  ),
  onJson("json-new-name", (value, random) =>
    changeAt(value, random.pick(placesIn(value)), (old) =>
      isObject(old)
        ? { ...old, [random.pick(["__proto__", "constructor", "x", ""])]: random.pick(VALUES) }
        : old,
    ),
  ),
  {
    name: "json-deep",
    apply: (bytes, random) => {
      const text = bytes.toString("utf8");
      const at = text.indexOf(":") + 1;
      const deep = random.pick([100, DEEP]);
      return Buffer.from(`${text.slice(0, at)}${"[".repeat(deep)}${"]".repeat(deep)},"x":${text.slice(at)}`);
    },
  },
];
