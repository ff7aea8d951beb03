import type { Pdfjs } from "./load-pdfjs.ts";
import type { PdfBox } from "./page-geometry.ts";
import type { PageFrame, PagePaints, PdfPixels } from "./page-paints.ts";
import { PaintFollower } from "./paint-follower.ts";
import type { Stencil } from "./paint-follower.ts";

interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/**
 * Follows a page's operators and lists the images that can be seen, in painting order. Left out is what nobody
 * sees: invisible text (the layer that OCR programs add), white on bare paper, anything outside the page, and
 * everything under an opaque image that covers the page.
 */
export function listPaints({ OPS }: Pdfjs, list: OperatorList, frame: PageFrame): PagePaints {
  const names = new Map<number, string>(Object.entries(OPS).map(([name, operator]) => [operator, name]));
  const follower = new PaintFollower(frame);
  list.fnArray.forEach((operator, index) => {
    const name = names.get(operator) ?? "";
    const args = list.argsArray[index] ?? [];
    if (name === "constructPath") followPath(follower, names.get(args[0] as number) ?? "", args);
    else FOLLOW[name]?.(follower, args);
  });
  return { images: follower.images, hasOther: follower.hasOther };
}

type Follow = (follower: PaintFollower, args: readonly unknown[]) => void;

const paintOther: Follow = (follower) => follower.paintOther();
const paintText: Follow = (follower, [glyphs]) => follower.paintText(glyphs as readonly unknown[]);
const save: Follow = (follower) => follower.save();
const restore: Follow = (follower) => follower.restore();
const clip: Follow = (follower) => follower.clipToNextPath();
const fillUnknown: Follow = (follower) => follower.setFill(null);

/** Operators that are not here set what does not decide about visibility. */
const FOLLOW: Readonly<Record<string, Follow>> = {
  save,
  restore,
  transform: (follower, args) => follower.transform(args as readonly number[]),
  setGState: (follower, [entries]) =>
    followState(follower, entries as readonly (readonly [string, unknown])[]),
  clip,
  eoClip: clip,

  paintFormXObjectBegin(follower, [matrix, box]) {
    follower.save();
    if (matrix) follower.transform(matrix as ArrayLike<number>);
    if (box) follower.clipToBox(box as PdfBox);
  },
  paintFormXObjectEnd: restore,
  // The matrix is for the box only: a form with the same matrix follows.
  beginGroup(follower, [group]) {
    const { matrix, bbox, smask } = group as TransparencyGroup;
    follower.save();
    if (smask) follower.setUnusual();
    if (bbox) follower.clipToBox(bbox, matrix);
  },
  endGroup: restore,
  beginAnnotation: (follower) => follower.beginAnnotation(),
  endAnnotation: (follower) => follower.endAnnotation(),
  beginMarkedContent: (follower) => follower.beginContent(false),
  beginMarkedContentProps: (follower, [tag]) => follower.beginContent(tag === "OC"),
  endMarkedContent: (follower) => follower.endContent(),

  setFillRGBColor: (follower, [color]) => follower.setFill(color),
  setFillColorN: fillUnknown,
  setFillTransparent: fillUnknown,
  setTextRenderingMode: (follower, [mode]) => follower.setTextMode(mode as number),
  showText: paintText,
  showSpacedText: paintText,
  nextLineShowText: paintText,
  nextLineSetSpacingShowText: paintText,

  paintImageXObject: (follower, [name, width, height]) =>
    follower.paintImage(name as string, width as number, height as number),
  paintInlineImageXObject(follower, [image]) {
    const pixels = image as PdfPixels;
    follower.paintImage(pixels, pixels.width, pixels.height);
  },
  paintImageMaskXObject: (follower, [stencil]) => follower.paintStencil(stencil as Stencil),
  paintImageMaskXObjectGroup(follower, [stencils]) {
    for (const stencil of stencils as Stencil[]) follower.paintStencil(stencil, stencil.transform);
  },
  paintImageMaskXObjectRepeat(follower, [stencil, scaleX, skewX, skewY, scaleY, positions]) {
    const places = positions as ArrayLike<number>;
    for (let index = 0; index + 1 < places.length; index += 2) {
      const matrix = [scaleX, skewX, skewY, scaleY, places[index], places[index + 1]] as number[];
      follower.paintStencil(stencil as Stencil, matrix);
    }
  },

  // Small images joined to one, and tiles of a pattern: pieces that are not worth taking as stored.
  paintInlineImageXObjectGroup: paintOther,
  paintImageXObjectRepeat: paintOther,
  paintSolidColorImageMask: paintOther,
  shadingFill: paintOther,
  rawFillPath: paintOther,
};

interface TransparencyGroup {
  readonly matrix: ArrayLike<number> | null;
  readonly bbox: PdfBox | null;
  readonly smask: unknown;
}

function followState(follower: PaintFollower, entries: readonly (readonly [string, unknown])[]): void {
  for (const [key, value] of entries) {
    if (key === "SMask" && value === false) follower.setOwnMask();
    const isUnusual =
      (key === "SMask" && value !== false) ||
      (key === "ca" && value !== 1) ||
      (key === "BM" && value !== "source-over") ||
      (key === "TR" && value !== null);
    if (isUnusual) follower.setUnusual();
  }
}

function followPath(follower: PaintFollower, operator: string, [, paths, extent]: readonly unknown[]): void {
  const path = (paths as readonly (ArrayLike<number> | null)[])[0] ?? null;
  const isArea = operator === "fill" || operator === "eoFill";
  const paint = operator === "endPath" ? "nothing" : isArea ? "area" : "line";
  follower.paintPath(paint, path, extent as PdfBox | null);
}
