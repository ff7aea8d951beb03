import { expect, it } from "vitest";
import { makeRandom } from "../../../maker/random.ts";
import { unknownCharacters } from "../../../training/text/alphabet.ts";
import { parsePhraseBook, writePhrase } from "../../../training/text/phrase-book.ts";
import { makePhraseWriter } from "../../../training/text/text-sources.ts";
import { makeTestSources } from "./test-sources.ts";

it("fills slots from lists, and from the maker where no list has the name", () => {
  const book = parsePhraseBook("# A remark.\n# sentence\n{who} ไป {where}\n# who\nครู");
  expect(writePhrase(book, "sentence", makeRandom(1), (name) => `<${name}>`)).toBe("ครู ไป <where>");
});

it("refuses a phrase before the first list", () => {
  expect(() => parsePhraseBook("ครู\n# who")).toThrow("before the first list");
});

it("has a list or a maker for every slot in the phrase files", () => {
  const sources = makeTestSources();
  const phrase = makePhraseWriter(sources, makeRandom("slots"));
  const slots = [...sources.book.values()]
    .flat()
    .flatMap((entry) => entry.match(/(?<=\{)[a-z-]+(?=\})/g) ?? []);
  for (const slot of new Set(slots)) expect(phrase(slot)).not.toBe("");
});

it("holds no phrase with a character that the model can't put out", () => {
  for (const entry of [...makeTestSources().book.values()].flat()) {
    expect(unknownCharacters(entry.replace(/\{[a-z-]+\}/g, ""))).toEqual([]);
  }
});
