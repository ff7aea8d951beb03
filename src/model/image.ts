/** An 8-bit grey image: row-major, no padding, 0 is black and 255 is white. */
export interface GrayImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
}

/** A bilevel image of the same layout: 1 is ink, 0 is paper. */
export interface BinaryImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
}
