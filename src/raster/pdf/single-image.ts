import type { Affine } from "../../model/box.ts";
import type { PointRect } from "../place-image.ts";
import { cornersOfBox } from "./page-geometry.ts";
import type { ImagePaint, PageFrame, PagePaints, PaintClip } from "./page-paints.ts";

/**
 * Up to here a stored scan that the page turns a little is taken unturned: scanners' programs deskew that way
 * (real/rent-allowance.pdf by 0.4 degrees), and resampling would only blur. Beyond it the turn is meant.
 */
const MAX_RESIDUAL_DEGREES = 5;

/** By this much a clip may miss the image's edge without cutting anything: numbers in PDFs are rounded. */
const CLIP_TOLERANCE_PX = 1;

/** The image that a page consists of, and the part of the page where it shows. */
export interface SingleImage {
  readonly image: ImagePaint;
  readonly visible: PointRect;
}

/** The one image of a page that shows nothing else, painted without tricks; null for every other page. */
export function findSingleImage(paints: PagePaints, frame: PageFrame): SingleImage | null {
  const [image] = paints.images;
  if (paints.hasOther || !image || paints.images.length > 1) return null;
  if (!image.plain || !isNearlyUpright(image.toPoints)) return null;
  let visible: PointRect | null = { left: 0, top: 0, right: frame.widthPt, bottom: frame.heightPt };
  for (const clip of image.clips) visible = visible && applyClip(visible, clip, image);
  return visible && { image, visible };
}

/** Whether an image stands on the page in quarter turns, but for a small rest. */
export function isNearlyUpright({ a, b, c, d }: Affine): boolean {
  const limit = Math.tan((MAX_RESIDUAL_DEGREES * Math.PI) / 180);
  const [along, across] =
    Math.abs(a) > Math.abs(b)
      ? [
          [a, d],
          [b, c],
        ]
      : [
          [b, c],
          [a, d],
        ];
  return (
    along.every((value) => value !== 0) &&
    across.every((value, index) => {
      return Math.abs(value) <= limit * Math.abs(along[index]!);
    })
  );
}

/** What is left of `visible`; null if the clip cuts the image in a way that is no upright rectangle. */
function applyClip(visible: PointRect, { box, frame }: PaintClip, image: ImagePaint): PointRect | null {
  if (!box) return null;
  const corners = cornersOfBox(frame, box);
  if (holdsImage(corners, image)) return visible;
  if (
    Math.min(Math.abs(frame.a), Math.abs(frame.b)) >
    1e-6 * Math.max(Math.abs(frame.a), Math.abs(frame.b))
  ) {
    return null;
  }
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return {
    left: Math.max(visible.left, Math.min(...xs)),
    top: Math.max(visible.top, Math.min(...ys)),
    right: Math.min(visible.right, Math.max(...xs)),
    bottom: Math.min(visible.bottom, Math.max(...ys)),
  };
}

/** Whether the four corners of a parallelogram enclose the image. */
function holdsImage(corners: readonly { x: number; y: number }[], image: ImagePaint): boolean {
  const { toPoints, widthPx, heightPx } = image;
  const tolerancePt = CLIP_TOLERANCE_PX * Math.hypot(toPoints.a, toPoints.b);
  const imageCorners = cornersOfBox(toPoints, [0, 0, widthPx, heightPx]);
  const distances = corners.map((corner, index) => {
    const next = corners[(index + 1) % corners.length]!;
    const length = Math.hypot(next.x - corner.x, next.y - corner.y);
    return imageCorners.map(
      ({ x, y }) => ((next.x - corner.x) * (y - corner.y) - (next.y - corner.y) * (x - corner.x)) / length,
    );
  });
  const all = distances.flat();
  return (
    all.every((distance) => distance >= -tolerancePt) || all.every((distance) => distance <= tolerancePt)
  );
}
