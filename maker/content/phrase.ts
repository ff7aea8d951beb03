/** A date inside a text: as printed, and what it means (ISO, Common Era; `isoEnd` for the end of a range). */
export interface PhraseDate {
  readonly text: string;
  readonly iso: string;
  readonly isoEnd: string | null;
}

/** Text together with the dates in it, in order: so the expected dates are right by construction. */
export interface Phrase {
  readonly text: string;
  readonly dates: readonly PhraseDate[];
}

export type PhrasePart = string | number | Phrase;

export const EMPTY_PHRASE: Phrase = { text: "", dates: [] };

/** The parts one after the other, with `separator` between them. */
export function sayAll(parts: readonly PhrasePart[], separator = ""): Phrase {
  const texts: string[] = [];
  const dates: PhraseDate[] = [];
  for (const part of parts) {
    if (typeof part === "object") {
      texts.push(part.text);
      dates.push(...part.dates);
    } else {
      texts.push(String(part));
    }
  }
  return { text: texts.join(separator), dates };
}

/** Template tag: ``say`ประกาศลงวันที่ ${date}` `` is a phrase that knows its date. */
export function say(strings: TemplateStringsArray, ...parts: readonly PhrasePart[]): Phrase {
  return sayAll(strings.flatMap((piece, index) => (index < parts.length ? [piece, parts[index]!] : [piece])));
}

/** The phrase with text and dates changed alike, e.g. into Thai digits. */
export function mapPhrase(phrase: Phrase, change: (text: string) => string): Phrase {
  return {
    text: change(phrase.text),
    dates: phrase.dates.map((date) => ({ ...date, text: change(date.text) })),
  };
}
