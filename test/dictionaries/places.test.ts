import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findDuplicates, findNearTwins, findUncanonical } from "../../src/repair/check-names.ts";
import { confusionDictionarySchema } from "../../src/repair/dictionary-schema.ts";
import { compileEditCosts } from "../../src/repair/edit-costs.ts";
import { dictionaries } from "../repair/support/dictionaries.ts";

const { places } = dictionaries;
/** As written by hand: what is measured changes with every model. */
const { measured: _, ...written } = confusionDictionarySchema.parse(
  JSON.parse(readFileSync(new URL("../../dictionaries/confusions.json", import.meta.url), "utf8")),
);
const costs = compileEditCosts(written);
const all = [...places.provinces.values(), ...places.districts.values(), ...places.subdistricts.values()];

test("holds the provinces, districts and sub-districts of today", () => {
  expect(places.provinces.size).toBe(77);
  expect(places.districts.size).toBe(928);
  expect(places.subdistricts.size).toBe(7436);
});

test("knows ไผ่สิงห์ by its official code", () => {
  expect(places.subdistricts.get("600310")?.name).toBe("ไผ่สิงห์");
  expect(places.districts.get("6003")?.name).toBe("ชุมแสง");
  expect(places.provinces.get("60")?.name).toBe("นครสวรรค์");
});

test("applies the corrections", () => {
  expect(places.subdistricts.get("380101")?.name).toBe("บึงกาฬ");
  expect(places.districts.get("3802")?.name).toBe("พรเจริญ");
  expect(places.subdistricts.get("103402")?.name).toBe("อ่อนนุช");
  expect(places.subdistricts.has("500614")).toBe(false);
});

test("keeps replaced spellings as aliases, but not names of other places", () => {
  const spellings = (code: string) => places.subdistricts.get(code)?.spellings.map(({ name }) => name);
  expect(spellings("150601")).toEqual(["ไผ่จำศีล", "ไผ่จำศิล"]);
  expect(spellings("450109")).toEqual(["ปอภาร", "ปอพาน"]);
  expect(spellings("380101")).toEqual(["บึงกาฬ"]);
  expect(spellings("103402")).toEqual(["อ่อนนุช"]);
});

test("names are canonical Thai", () => {
  expect(findUncanonical(all.flatMap(({ spellings }) => spellings.map(({ name }) => name)))).toEqual([]);
});

test("no name stands twice in its parent", () => {
  const children = [
    ...[...places.districts.keys()].map(places.subdistrictsOf),
    ...[...places.provinces.keys()].map((province) =>
      [...places.districts.values()].filter(({ code }) => code.startsWith(province)),
    ),
  ];
  expect(children.flatMap((siblings) => findDuplicates(siblings.map(({ name }) => name)))).toEqual([]);
});

test("lists the near-twins within a district", () => {
  const twins = [...places.districts.keys()].flatMap((district) =>
    findNearTwins(
      places.subdistrictsOf(district).map(({ name }) => name),
      0.12,
      costs,
    ).map(({ first, second }) => `${district} ${first} / ${second}`),
  );
  expect(twins.toSorted()).toEqual(["3116 ห้วยราช / ห้วยราชา", "6701 บ้านโตก / บ้านโคก"]);
});

test("is what the build script makes of its sources", () => {
  const built = new URL("../../dictionaries/places.json", import.meta.url);
  const before = readFileSync(built, "utf8");
  const printed = execFileSync(process.execPath, ["dictionaries/build-places.ts", "--print"], {
    cwd: new URL("../..", import.meta.url),
    encoding: "utf8",
    maxBuffer: 1e7,
  });
  expect(printed).toBe(before);
});
