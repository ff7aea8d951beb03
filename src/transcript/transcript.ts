/** What stands in a transcript, before anything of it is understood. Lines are numbered from 1. */

/** A cell as another engine wrote it. Rows and columns count from 0, spans from 1. */
export interface TranscriptCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Its paragraphs and list items, from top to bottom; none where it is empty. */
  readonly paragraphs: readonly string[];
  /** The line of the transcript that it begins in. */
  readonly lineNumber: number;
}

export interface TranscriptTable {
  readonly kind: "table";
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows at the top that the transcript itself marks as a header; null where it has no such marks. */
  readonly markedHeaderRows: number | null;
  readonly cells: readonly TranscriptCell[];
  /** How many cells each row was written with, the empty ones too. */
  readonly writtenCells: readonly number[];
}

export interface TranscriptLine {
  readonly text: string;
  readonly lineNumber: number;
}

/** Lines that no blank line parts. */
export interface TranscriptParagraph {
  readonly kind: "paragraph";
  readonly lines: readonly TranscriptLine[];
}

export interface TranscriptPageBreak {
  readonly kind: "page-break";
  /** The page's number where the break says one. */
  readonly pageNumber: number | null;
}

export type TranscriptBlock = TranscriptParagraph | TranscriptTable | TranscriptPageBreak;

/** What a transcript says of one page, from top to bottom. */
export interface TranscriptPage {
  readonly blocks: readonly (TranscriptParagraph | TranscriptTable)[];
  /** True for a page that the numbers of the others pass over. */
  readonly isLeftOut?: boolean;
}
