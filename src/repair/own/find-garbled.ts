/** What makes a whole file unusable, and the first line that shows it. */
export interface FileFlaw {
  readonly lineNumber: number;
  readonly message: string;
}

/** What the first two of three bytes of Thai in UTF-8 are in the Thai code page, and in the western one. */
const THAI_TWICE = /[เ][ธน]/gu;
const WESTERN_TWICE = /\u00e0[\u00b8\u00b9]/u;
const THAI = /[\u0e01-\u0e5b]/gu;
/** In such text two to three Thai letters come to each of these pairs, in other text a hundred. */
const TWICE_SHARE = 0.3;
const FEWEST_LETTERS = 6;

/** Whether a text was read in another encoding than it was written in, at some time: by this program or before. */
export function findGarbled(text: string): FileFlaw | null {
  for (const [index, line] of text.split(/\r\n|\n|\r/u).entries()) {
    if (line.includes("\ufffd")) {
      const message = "A character here cannot be read. Save the file again as UTF-8.";
      return { lineNumber: index + 1, message };
    }
    if (isWrittenTwice(line)) {
      const message =
        "The Thai here was saved in the wrong encoding. Make the file anew from its source and save it as UTF-8.";
      return { lineNumber: index + 1, message };
    }
  }
  return null;
}

function isWrittenTwice(line: string): boolean {
  if (WESTERN_TWICE.test(line)) return true;
  const letters = line.match(THAI)?.length ?? 0;
  const pairs = line.match(THAI_TWICE)?.length ?? 0;
  return letters >= FEWEST_LETTERS && pairs > letters * TWICE_SHARE;
}
