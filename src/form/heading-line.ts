import type { ReadLine, ReadSymbol } from "../model/reading.ts";

/** A heading's line in two: what is printed, and what was read behind a wide gap. */
export interface HeadingLine {
  readonly text: string;
  readonly tail: string;
}

/** A gap of this many characters ends a heading; its own spaces are one or two wide. */
const GAP_CHARACTERS = 3.5;

/**
 * Cuts a line of a wide cell where a gap shows that nothing printed goes on. A heading leaves most of its cell empty,
 * and specks there read as letters: they must not become part of the title.
 */
export function cutHeadingLine({ symbols, text }: ReadLine): HeadingLine {
  const printed = symbols.filter((symbol) => symbol.text.trim() !== "");
  const advance = medianWidth(printed);
  for (const [index, symbol] of printed.entries()) {
    const next = printed[index + 1];
    if (next === undefined || next.left - symbol.right <= GAP_CHARACTERS * advance) continue;
    const cut = symbols.indexOf(next);
    return { text: textOf(symbols.slice(0, cut)), tail: textOf(symbols.slice(cut)) };
  }
  return { text, tail: "" };
}

function textOf(symbols: readonly ReadSymbol[]): string {
  return symbols
    .map((symbol) => symbol.text)
    .join("")
    .trim();
}

function medianWidth(symbols: readonly ReadSymbol[]): number {
  const widths = symbols.map((symbol) => symbol.right - symbol.left).toSorted((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}
