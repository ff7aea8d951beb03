import type { PixelRect } from "./box.ts";

/** A component, or the part of it between two rows where print of two lines touches. */
export interface InkPiece {
  readonly component: number;
  readonly rect: PixelRect;
}

/** One printed line: its own ink and no neighbour's. */
export interface TextLine {
  /** Around all of the line's ink, tone marks and lower vowels included. */
  readonly rect: PixelRect;
  /** Upper and lower edge of the line's consonants; `baseline` is exclusive. */
  readonly bodyTop: number;
  readonly baseline: number;
  /** From left to right. */
  readonly pieces: readonly InkPiece[];
}
