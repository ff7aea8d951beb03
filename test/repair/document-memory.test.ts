import { expect, test } from "vitest";
import { rememberDocument } from "../../src/repair/document-memory.ts";
import { dictionaries } from "./support/dictionaries.ts";

const { words, costs } = dictionaries;

/** Texts that differ by a number, each with the same words around the place in question. */
const texts = Array.from({ length: 30_000 }, (_, index) => `บุคลากรครั้งที่ ${index} เพื่อให้มีประสบการณ์ทำงานที่ดี`);

test(
  "a slip is read by other places of a long document as by those of a short one",
  { timeout: 60_000 },
  () => {
    const read = "เพื่อให้มีประสยการณ์ทำงานที่ดี";
    const unknown = { start: read.indexOf("ประสย"), end: read.indexOf("ทำงาน") };
    const propose = (said: readonly string[]): string[] =>
      rememberDocument([...said, read], words, costs)
        .propose(read, unknown, null)
        .map(({ to }) => to);
    expect(propose(texts.slice(0, 10))).toContain("ประสบการณ์");
    expect(propose(texts)).toEqual(propose(texts.slice(0, 10)));
  },
);

test("a long document is not gone through again for each slip", { timeout: 60_000 }, () => {
  const memory = rememberDocument(texts, words, costs);
  const proposed: unknown[] = [];
  for (let index = 0; index < 1_500; index++) {
    // Each slip by itself, so that none is answered from memory.
    const slip = `ประส${String.fromCodePoint(0x0e01 + (index % 40))}การ${index}ณ์`;
    const text = `เพื่อให้มี${slip}ทำงานที่ดี`;
    const start = text.indexOf(slip);
    proposed.push(...memory.propose(text, { start, end: start + slip.length }, null));
    expect(memory.count(`และความรู้ครั้งที่ ${index}`)).toBe(0);
  }
  // With a number in it each is too far from what stands elsewhere.
  expect(proposed).toEqual([]);
});
