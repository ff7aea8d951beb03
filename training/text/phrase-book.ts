import type { Random } from "../../maker/random.ts";

/** Lists of templates by name; `{name}` in a template stands for an entry of another list, or for a made-up value. */
export type PhraseBook = ReadonlyMap<string, readonly string[]>;

/** Makes a value for a slot that no list is named after (a date, an amount, a place). */
export type SlotMaker = (name: string) => string;

/** Reads lists out of a phrase file: `# name` opens one, any other line that starts with `#` is a remark. */
export function parsePhraseBook(...files: readonly string[]): PhraseBook {
  const book = new Map<string, string[]>();
  for (const file of files) {
    let list: string[] | undefined;
    for (const line of file.split("\n").map((raw) => raw.trim())) {
      const name = /^# ([a-z-]+)$/.exec(line)?.[1];
      if (name !== undefined) {
        list = book.get(name) ?? [];
        book.set(name, list);
      } else if (line !== "" && !line.startsWith("# ")) {
        if (list === undefined) throw new Error(`a phrase stands before the first list: ${line}`);
        list.push(line);
      }
    }
  }
  return book;
}

/** An entry of the list `name` with all its slots filled. */
export function writePhrase(book: PhraseBook, name: string, random: Random, makeSlot: SlotMaker): string {
  const list = book.get(name);
  if (list === undefined) return makeSlot(name);
  return random
    .pick(list)
    .replace(/\{([a-z-]+)\}/g, (_, slot: string) => writePhrase(book, slot, random, makeSlot));
}
