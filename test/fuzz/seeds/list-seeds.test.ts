import { expect, it } from "vitest";
import { listSeeds } from "../../../fuzz/seeds/list-seeds.ts";

it("makes at least thirty small files, each of a name of its own, the same each time", async () => {
  const seeds = await listSeeds();
  expect(seeds.length).toBeGreaterThanOrEqual(30);
  expect(new Set(seeds.map(({ name }) => name)).size).toBe(seeds.length);
  for (const { bytes } of seeds) expect(bytes.length).toBeLessThan(200_000);
  const again = await listSeeds();
  expect(again.map(({ bytes }) => bytes.toString("base64"))).toEqual(
    seeds.map(({ bytes }) => bytes.toString("base64")),
  );
});
