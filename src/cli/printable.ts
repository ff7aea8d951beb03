/**
 * What does something to a terminal instead of being shown: control characters, which move, colour and rename, line ends, which
 * forge lines, and marks that turn the direction of writing round.
 */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A name, or a line with names in it, as it can be shown in one line: `\x1b` for what is not for the eye. */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, escape);
}

/** The same for a text of several lines, with tabs. */
export function printableLines(text: string): string {
  return text.replaceAll(UNPRINTABLE, (character) =>
    character === "\n" || character === "\t" ? character : escape(character),
  );
}

/** Shows a line on standard error. */
export function tell(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}

/** Shows a line on standard output. */
export function say(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}

function escape(character: string): string {
  const code = character.charCodeAt(0);
  const hexadecimal = code.toString(16);
  return (
    SHORT[character] ??
    (code < 0x100 ? `\\x${hexadecimal.padStart(2, "0")}` : `\\u${hexadecimal.padStart(4, "0")}`)
  );
}
