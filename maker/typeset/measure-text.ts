import { createCanvas } from "@napi-rs/canvas";
import { canvasFont, emPixels, type FontFace } from "../fonts.ts";

const context = createCanvas(1, 1).getContext("2d");
const POINTS_AN_INCH = 72;
/** Widths are taken at this size and scaled: they don't depend on the resolution, and hinting hardly shows. */
const REFERENCE_PT = 60;
const widths = new Map<string, number>();

/** Width of a line in points; `sizePt` in points of TH Sarabun. */
export function measureText(text: string, face: FontFace, sizePt: number): number {
  const key = `${face.id}\n${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    context.font = canvasFont(face, emPixels(face, REFERENCE_PT, POINTS_AN_INCH));
    width = context.measureText(text).width;
    // Long lines are hardly ever measured twice; words are, thousands of times.
    if (text.length <= 24) widths.set(key, width);
  }
  return (width * sizePt) / REFERENCE_PT;
}

/** Height of ก in points for a size: the body that line distances are counted in. */
export function bodyHeightPt(sizePt: number): number {
  return sizePt * 0.4;
}
