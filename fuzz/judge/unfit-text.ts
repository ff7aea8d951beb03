/** What no clerk should have to read, by what shows it. */
const UNFIT: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a stack trace", /\n\s+at .+[:(]|\bat (?:async )?(?:file:|node:|Object\.|Module\.)|\.ts:\d+:\d+/u],
  [
    "validation text",
    /ZodError|invalid_type|unrecognized_keys|invalid_union|"path":|Invalid input: expected/u,
  ],
  ["a path of the machine", /node_modules|file:\/\//u],
  [
    "an error of the language",
    /\b(?:TypeError|RangeError|ReferenceError|SyntaxError)\b|Maximum call stack|Cannot read propert|is not a function|is not iterable|Invalid array length|Invalid string length/u,
  ],
  ["[object Object]", /\[object [A-Z]/u],
  ["NaN or undefined", /\bNaN\b|\bundefined\b|\bInfinity\b/u],
];
// Tabs and line ends have their own rule; these would act on a terminal.
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;

/**
 * Why a line of text is not fit for a clerk; null where it is.
 *
 * @param folder the folder that the run was in, of which nothing should be said
 */
export function unfitText(text: string, folder: string): string | null {
  if (/\n|\r/u.test(text)) return "more than one line";
  const found = UNFIT.find(([, pattern]) => pattern.test(text));
  if (found !== undefined) return found[0];
  if (CONTROLS.test(text)) return "control characters";
  return text.includes(folder) ? "a path of the machine" : null;
}

/** The same for text of several lines. */
export function unfitLines(text: string, folder: string): string | null {
  if (/\n\s+at .+[:(]/u.test(text)) return "a stack trace";
  return (
    text
      .split("\n")
      .map((line) => unfitText(line, folder))
      .find((unfit) => unfit !== null) ?? null
  );
}
