/**
 * The most that is read of one transcript. A report has some hundreds of rows and the longest lists some ten thousand,
 * so whatever comes near these numbers is a slip of the engine or no report. All together they keep a transcript
 * within about 1.5 GB of memory, however it is written.
 */
export const TRANSCRIPT_LIMITS = {
  /** 100,000 rows of six cells with sixty letters each have 36 million, with tags around each cell some 45. */
  characters: 60_000_000,
  /** Lines of text, and paragraphs and list items in cells: each is a line with a place of its own. */
  lines: 2_000_000,
  pages: 20_000,
  rows: 250_000,
  cells: 2_000_000,
  /** Rows times columns of every table, and what spans cover: later stages have a place for each. */
  places: 10_000_000,
  /** HTML itself stops at 1,000. */
  columns: 1_000,
  cellCharacters: 1_000_000,
  /** Elements and texts of a piece of HTML; a few badly closed tags can ask for any number of them. */
  htmlNodes: 5_000_000,
  /** Engines that never close a tag get some hundreds deep. */
  htmlDepth: 1_000,
  attributes: 1_000,
} as const;

export type TranscriptLimit = keyof typeof TRANSCRIPT_LIMITS;

const SPLIT = "Split it into parts.";
const EXPORT_AGAIN = "Export it again as plain text or Markdown.";
const SAYINGS: Readonly<Record<TranscriptLimit, readonly [what: string, nextStep: string]>> = {
  characters: ["characters", SPLIT],
  lines: ["lines and paragraphs", SPLIT],
  pages: ["pages or page breaks", SPLIT],
  rows: ["rows in its tables", SPLIT],
  cells: ["cells in its tables", SPLIT],
  places: [
    "places for cells (rows times columns) in its tables",
    "Split it, or take out rows that are far too long.",
  ],
  columns: ["columns in one table", "Look there for stray tabs or bars."],
  cellCharacters: ["characters in one cell", "Look there for a quote or tag that is not closed."],
  htmlNodes: ["elements of HTML in one piece", EXPORT_AGAIN],
  htmlDepth: ["elements of HTML inside one another", EXPORT_AGAIN],
  attributes: ["words in one tag of HTML", EXPORT_AGAIN],
};

/** A transcript is larger than can be read; the message goes on behind the file's name: "has more than …". */
export class TranscriptLimitError extends Error {
  readonly limit: TranscriptLimit;

  constructor(limit: TranscriptLimit, place: { readonly lineNumber?: number; readonly found?: number } = {}) {
    const most = TRANSCRIPT_LIMITS[limit].toLocaleString("en-US");
    const [what, nextStep] = SAYINGS[limit];
    const where = place.lineNumber === undefined ? "" : ` (line ${place.lineNumber})`;
    const found = place.found === undefined ? `more than ${most}` : place.found.toLocaleString("en-US");
    super(`has ${found} ${what}${where}; at most ${most} can be read. ${nextStep}`);
    this.name = "TranscriptLimitError";
    this.limit = limit;
  }
}

/** Counts what a transcript asks for, before memory is spent on it. */
export class TranscriptBudget {
  readonly #taken = new Map<TranscriptLimit, number>();

  /** @throws TranscriptLimitError where more is taken than the limit allows */
  take(limit: TranscriptLimit, count: number): void {
    const taken = (this.#taken.get(limit) ?? 0) + count;
    if (taken > TRANSCRIPT_LIMITS[limit]) throw new TranscriptLimitError(limit);
    this.#taken.set(limit, taken);
  }
}

/** @throws TranscriptLimitError where one thing is larger than the limit allows */
export function checkLimit(limit: TranscriptLimit, count: number, lineNumber?: number): void {
  if (count > TRANSCRIPT_LIMITS[limit]) {
    throw new TranscriptLimitError(limit, lineNumber === undefined ? {} : { lineNumber });
  }
}
