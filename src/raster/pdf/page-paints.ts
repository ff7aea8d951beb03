import type { Affine } from "../../model/box.ts";

/** The page as displayed, in points. */
export interface PageFrame {
  readonly widthPt: number;
  readonly heightPt: number;
  /** From the page's user space to points as displayed. */
  readonly toPoints: Affine;
}

/** An upright rectangle in the coordinates of `frame`; content outside is not shown. */
export interface PaintClip {
  /** Left, low x first. Null for a clip of another shape. */
  readonly box: readonly [left: number, low: number, right: number, high: number] | null;
  /** From the clip's coordinates to points on the page as displayed. */
  readonly frame: Affine;
}

/** The pixels of an image as pdf.js hands them over. */
export interface PdfPixels {
  readonly width: number;
  readonly height: number;
  /** pdf.js `ImageKind`; stencils have none: a 0 bit is painted, as a black pixel of a bilevel image is. */
  readonly kind?: number;
  readonly data: Uint8Array | Uint8ClampedArray | null;
  /** Where the image stands in the file, e.g. `12R`. */
  readonly ref?: string;
}

/** One image painted on a page. */
export interface ImagePaint {
  /** Name among the page's objects, or the pixels themselves where they stand in the page's content. */
  readonly source: string | PdfPixels;
  readonly widthPx: number;
  readonly heightPx: number;
  /** From pixels of the image as stored to points on the page as displayed. */
  readonly toPoints: Affine;
  readonly clips: readonly PaintClip[];
  /** 0 to 255, the tone in which a stencil is painted; null for an image with tones of its own. */
  readonly stencilTone: number | null;
  /** False where transparency, blending, a pattern or optional content has a say in what is seen. */
  readonly plain: boolean;
}

/** What can be seen on a page, as far as its images are concerned. */
export interface PagePaints {
  readonly images: readonly ImagePaint[];
  /** Whether text, lines, areas or anything else is visible besides the images. */
  readonly hasOther: boolean;
}
