import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findDuplicates, findNearTwins, findUncanonical } from "../../src/repair/check-names.ts";
import {
  abbreviationDictionarySchema,
  columnHeadingDictionarySchema,
  confusionDictionarySchema,
  officeDictionarySchema,
  phraseDictionarySchema,
  placeDictionarySchema,
  policyHeadingDictionarySchema,
  wordDictionarySchema,
} from "../../src/repair/dictionary-schema.ts";
import { buildWordJudge } from "../../src/repair/word-judge.ts";
import { dictionaries } from "../repair/support/dictionaries.ts";

const folder = new URL("../../dictionaries/", import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const { headings } = policyHeadingDictionarySchema.parse(read("policy-headings.json"));
const columns = columnHeadingDictionarySchema.parse(read("column-headings.json"));
const titles = headings.flatMap(({ title, variants }) => [title, ...variants]);

const SCHEMAS = {
  "abbreviations.json": abbreviationDictionarySchema,
  "column-headings.json": columnHeadingDictionarySchema,
  "confusions.json": confusionDictionarySchema,
  "offices.json": officeDictionarySchema,
  "phrases.json": phraseDictionarySchema,
  "places.json": placeDictionarySchema,
  "policy-headings.json": policyHeadingDictionarySchema,
  "words.json": wordDictionarySchema,
};

test("every file fits its schema, which loading leaves to this test, and states its source and licence", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  expect(files.toSorted()).toEqual(Object.keys(SCHEMAS));
  for (const [file, schema] of Object.entries(SCHEMAS)) {
    expect(schema.safeParse(read(file)).error, file).toBeUndefined();
    expect(read(file)).toMatchObject({ source: expect.any(String), licence: expect.any(String) });
  }
});

test("holds the eight headings of the report form", () => {
  for (const title of [
    "นโยบายการวางแผนกำลังคน",
    "นโยบายการสรรหาคนดีคนเก่งเพื่อปฏิบัติงานตามภารกิจของหน่วยงาน",
    "นโยบายการบรรจุ และแต่งตั้งบุคลากร",
    "นโยบายการพัฒนาบุคลากร",
    "นโยบายการประเมินผลการปฏิบัติงาน",
    "นโยบายการส่งเสริมจริยธรรมและรักษาวินัยของบุคลากรในหน่วยงาน",
    "นโยบายการสร้างความก้าวหน้าในสายอาชีพ",
    "นโยบายการพัฒนาคุณภาพชีวิต",
  ]) {
    expect(headings.map((heading) => heading.title)).toContain(title);
  }
});

test("wordings are canonical and stand once", () => {
  const { roles, groups, others } = columns;
  const wordings = roles.flatMap((entry) => [...entry.wordings, ...(entry.weakWordings ?? [])]);
  expect(
    findUncanonical([...titles, ...wordings, ...others, ...groups.flatMap((entry) => entry.wordings)]),
  ).toEqual([]);
  expect(new Set(headings.map(({ id }) => id)).size).toBe(headings.length);
  // The report form's own title of this policy has a space that other offices leave out.
  expect(findDuplicates(titles)).toEqual(["นโยบายการบรรจุและแต่งตั้งบุคลากร"]);
  for (const { wordings: own } of roles) expect(findDuplicates(own)).toEqual([]);
});

test("lists the near-twins among headings of different policies", () => {
  const idOf = (title: string) =>
    headings.find((heading) => [heading.title, ...heading.variants].includes(title))?.id;
  const twins = findNearTwins(titles, 0.14, dictionaries.costs).filter(
    ({ first, second }) => idOf(first) !== idOf(second),
  );
  expect(twins.map(({ first, second }) => `${first} / ${second}`)).toEqual([
    "นโยบายด้านการบรรจุและแต่งตั้งบุคลากร / นโยบายด้านการสรรหา บรรจุและแต่งตั้งบุคลากร",
    "นโยบายการบรรจุ และแต่งตั้งบุคลากร / นโยบายการสรรหา บรรจุและแต่งตั้งบุคลากร",
    "นโยบายการบรรจุและแต่งตั้งบุคลากร / นโยบายการสรรหา บรรจุและแต่งตั้งบุคลากร",
  ]);
});

test("every Thai letter has its costs", () => {
  const { classes, groups } = confusionDictionarySchema.parse(read("confusions.json"));
  const listed = classes.map(({ characters }) => characters).join("");
  const thai = Array.from({ length: 0x5b }, (_, index) => String.fromCodePoint(0x0e01 + index));
  const letters = thai.filter((character) =>
    /[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59]/u.test(character),
  );
  expect(letters.filter((letter) => !listed.includes(letter))).toEqual([]);
  expect(Array.from(listed).filter((letter, index, all) => all.indexOf(letter) !== index)).toEqual([]);
  for (const { members } of groups) expect(members.every((member) => listed.includes(member))).toBe(true);
});

test("phrases are canonical and stand once, abbreviations too", () => {
  const { groups, settled } = phraseDictionarySchema.parse(read("phrases.json"));
  const { abbreviations } = abbreviationDictionarySchema.parse(read("abbreviations.json"));
  const lists = [
    groups.flatMap(({ phrases }) => phrases),
    settled.map(({ phrase }) => phrase),
    abbreviations.map(({ form }) => form),
  ];
  for (const list of lists) {
    expect(findUncanonical(list)).toEqual([]);
    expect(findDuplicates(list)).toEqual([]);
  }
  // Digits and Latin letters are never repaired, so that no wording may hold them.
  expect(lists.flat().filter((wording) => /[0-9๐-๙A-Za-z]/u.test(wording))).toEqual([]);
});

test("every phrase is made of words", () => {
  const { groups, settled } = phraseDictionarySchema.parse(read("phrases.json"));
  const judge = buildWordJudge(wordDictionarySchema.parse(read("words.json")));
  const wordings = [...groups.flatMap(({ phrases }) => phrases), ...settled.map(({ phrase }) => phrase)];
  expect(wordings.filter((phrase) => judge.unknownRanges(phrase).length > 0)).toEqual([]);
});

test("words.json is what the build script makes of its sources", () => {
  const printed = execFileSync(process.execPath, ["dictionaries/build-words.ts", "--print"], {
    cwd: new URL("../..", import.meta.url),
    encoding: "utf8",
    maxBuffer: 1e7,
  });
  expect(printed).toBe(readFileSync(new URL("words.json", folder), "utf8"));
});
