// What is written on a terminal must not act on it, and libraries quote the file.
const CONTROLS = /\p{Cc}/gu;

/** What a library says where a broken file has led it astray: words of the programming language, which tell a clerk nothing. */
const LED_ASTRAY =
  /Maximum call stack|Cannot (?:read|set) propert|is not (?:a function|a constructor|iterable|defined)|Invalid (?:array|typed array|string|array buffer) length|out of (?:bounds|range)/iu;

/**
 * Why something failed, in one line: the libraries that decode images say the same several times, each on a line of its own,
 * and the first says what it was.
 */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [first = ""] = text.trim().split(/\s*[\r\n]+\s*/u);
  return LED_ASTRAY.test(first) ? "its parts do not fit together" : first.replaceAll(CONTROLS, "?");
}
