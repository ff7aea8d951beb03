import { expect, test } from "vitest";
import { RecentMap } from "../../src/repair/recent-map.ts";
import { rememberResults } from "../../src/repair/remember-results.ts";

test("what is used again and again is kept, however much comes and goes", () => {
  const map = new RecentMap<number>();
  map.set("often", 1);
  map.set("once", 2);
  for (let index = 0; index < 100_000; index++) {
    map.set(`other ${index}`, index);
    if (index % 1000 === 0) expect(map.get("often")).toBe(1);
  }
  expect(map.get("once")).toBeUndefined();
  expect(map.get("other 99999")).toBe(99_999);
});

test("a result is computed once, also where it is nothing", () => {
  const asked: string[] = [];
  const known = rememberResults(
    (text: string): string | null => {
      asked.push(text);
      return text === "" ? null : text.toUpperCase();
    },
    (text) => text,
  );
  expect([known("a"), known(""), known("a"), known("")]).toEqual(["A", null, "A", null]);
  expect(asked).toEqual(["a", ""]);
});
