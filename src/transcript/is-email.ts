/** How a line of an e-mail's head begins. */
const HEADER = /^([A-Za-z][A-Za-z0-9-]*):(?:\s|$)/u;
/** Programs write these; a person who copies "From: …" into a text does not. */
const OF_PROGRAMS = new Set(
  "mime-version message-id received return-path delivered-to content-type dkim-signature".split(" "),
);
const FEWEST_HEADERS = 3;
const HEAD_CHARACTERS = 10_000;

/**
 * Whether a text is an e-mail as mail programs save it (`.eml`, `.mht`): text throughout, with the document as an
 * attachment that nothing reads from there.
 */
export function isEmail(text: string): boolean {
  const names: string[] = [];
  for (const line of text.slice(0, HEAD_CHARACTERS).split(/\r\n|\n|\r/u)) {
    const name = HEADER.exec(line)?.[1];
    // Long headers go on in lines that begin with white space.
    if (name === undefined && (names.length === 0 || !/^[ \t]/u.test(line))) break;
    if (name !== undefined) names.push(name.toLowerCase());
  }
  return names.length >= FEWEST_HEADERS && names.some((name) => OF_PROGRAMS.has(name));
}
