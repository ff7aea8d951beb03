// What is written on a terminal must not act on it, and libraries quote the file.
const CONTROLS = /\p{Cc}/gu;

/**
 * Why something failed, in one line: the libraries that decode images say the same several times, each on a line of its own,
 * and the first says what it was.
 */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [first = ""] = text.trim().split(/\s*[\r\n]+\s*/u);
  return first.replaceAll(CONTROLS, "?");
}
