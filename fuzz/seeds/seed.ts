/** What a seed file is for: the first five are extracted, the others are given to commands of their own. */
export type SeedKind =
  | "pdf"
  | "png"
  | "jpeg"
  | "tiff"
  | "transcript"
  | "dictionary"
  | "roster"
  | "extraction";

/** A small good file, the same bytes whenever it is made. */
export interface Seed {
  /** `pdf-jpeg`; unique. */
  readonly name: string;
  readonly kind: SeedKind;
  /** The ending of its files, or the whole name where a command looks for it (`offices.csv`). */
  readonly fileName: string;
  readonly bytes: Buffer;
}
