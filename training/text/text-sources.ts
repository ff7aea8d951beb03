import type { Random } from "../../maker/random.ts";
import { writeDate, writeDateRange, writeMonth, writeTime } from "./date-text.ts";
import { spellBaht } from "./money-words.ts";
import * as numbers from "./number-text.ts";
import { writePhrase } from "./phrase-book.ts";
import type { PhraseBook } from "./phrase-book.ts";
import type { PlaceNames } from "./place-names.ts";

/** What the lines are made of. */
export interface TextSources {
  readonly book: PhraseBook;
  readonly places: PlaceNames;
  /** Thai words, each as likely as the others. */
  readonly words: readonly string[];
}

/** Gives an entry of the list `name` with its slots filled, another one at each call. */
export type PhraseWriter = (name: string) => string;

function makeSlot(sources: TextSources, random: Random, name: string): string {
  switch (name) {
    case "place-name":
      return random.pick(sources.places.subDistricts);
    case "district-name":
      return random.pick(sources.places.districts);
    case "province-name":
      return random.pick(sources.places.provinces);
    case "year":
      return numbers.writeYear(random);
    case "date":
      return writeDate(random);
    case "date-range":
      return writeDateRange(random);
    case "month":
      return writeMonth(random);
    case "time":
      return writeTime(random);
    case "money":
      return numbers.writeAmount(random);
    case "money-words":
      return spellBaht(
        random.integer(1, 99) * 10 ** random.integer(0, 5) +
          (random.chance(0.3) ? random.integer(1, 999) : 0),
      );
    case "n":
      return numbers.writeCount(random);
    case "small":
      return String(random.integer(1, 9));
    case "decimal":
      return `${random.integer(0, 99)}.${numbers.writeDigits(random, 2)}`;
    case "percent":
      return numbers.writePercent(random);
    case "ref":
      return numbers.writeReference(random);
    case "letter-ref":
      return numbers.writeLetterReference(random);
    case "position-ref":
      return `${numbers.writeDigits(random, 2)}-${random.integer(1, 9)}-${numbers.writeDigits(random, 2)}-${numbers.writeDigits(random, 4)}-${numbers.writeDigits(random, 3)}`;
    case "phone":
      return numbers.writePhone(random);
    case "url":
      return (
        random.pick(["www.", "http://www.", "https://"]) +
        random.pick(["dla", "khlong", "banmai", "nongbua", "tessaban", "saraban", "moi", "cgd"]) +
        random.pick([".go.th", ".com", ".or.th"])
      );
    default:
      throw new Error(`no list and no maker is named ${name}`);
  }
}

export function makePhraseWriter(sources: TextSources, random: Random): PhraseWriter {
  return (name) => writePhrase(sources.book, name, random, (slot) => makeSlot(sources, random, slot));
}
