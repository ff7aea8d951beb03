import { describe, expect, it } from "vitest";
import { makeRandom } from "../../maker/random.ts";

describe("makeRandom", () => {
  it("repeats itself from a seed and differs between seeds", () => {
    const draw = (seed: string | number): number[] => {
      const random = makeRandom(seed);
      return Array.from({ length: 8 }, () => random.uint32());
    };
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
    // Pinned, so that documents made long ago can be made again.
    expect(draw(1).slice(0, 2)).toMatchInlineSnapshot(`
      [
        2835017448,
        1121813267,
      ]
    `);
  });

  it("a fork neither shifts its parent nor depends on what the parent drew", () => {
    const [first, second] = [makeRandom(5), makeRandom(5)];
    first.fork("page-1").next();
    second.next();
    expect(second.fork("page-1").next()).toBe(makeRandom(5).fork("page-1").next());
    first.next();
    expect(first.next()).toBe(second.next());
  });

  it("is even", () => {
    const random = makeRandom("even");
    const counts = [0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < 6000; draw += 1) counts[random.integer(0, 5)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it("weighs its choices", () => {
    const random = makeRandom("weights");
    const drawn = Array.from({ length: 2000 }, () =>
      random.weighted([
        ["often", 3],
        ["never", 0],
        ["seldom", 1],
      ]),
    );
    expect(drawn.filter((item) => item === "often").length / 2000).toBeCloseTo(0.75, 1);
    expect(drawn).not.toContain("never");
  });
});
