import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { GrayImage } from "../src/model/image.ts";
import { canvasFont, emPixels, type FontFace } from "./fonts.ts";

export interface LineStyle {
  readonly face: FontFace;
  /** In points of TH Sarabun, see `emPixels`. */
  readonly sizePt: number;
  readonly dpi: number;
  readonly letterSpacingPx?: number;
  readonly underline?: boolean;
  /** Width of letters against the normal: 0.85 is narrow. */
  readonly condense?: number;
  /** Extra thickness of all strokes, for a bold made by the word processor. */
  readonly emboldenPx?: number;
  /** Where the line begins between two pixels, 0 to 1: a scanner's grid never meets the print the same way twice. */
  readonly shiftX?: number;
  readonly shiftY?: number;
  /** Lines above and below, whose ink may reach into the picture. */
  readonly neighbours?: {
    readonly above: string;
    readonly below: string;
    /** Distance of baselines; single spacing of Thai is about 2.0 to 2.4 times the height of ก. */
    readonly pitchPx: number;
  };
}

export interface DrawnLine {
  /** As large as the ink of the line itself (of neighbours only what reaches into that). */
  readonly image: GrayImage;
  /** Row of `image` that the letters stand on; it may lie below the image (a line of quotation marks). */
  readonly baselinePx: number;
}

/** One canvas serves all lines: making one for each costs more than the drawing. */
let shared: { context: SKRSContext2D; widthPx: number; heightPx: number } | undefined;

function prepareContext(widthPx: number, heightPx: number): SKRSContext2D {
  if (shared === undefined || shared.widthPx < widthPx || shared.heightPx < heightPx) {
    const size = {
      widthPx: Math.max(2048, widthPx, shared?.widthPx ?? 0),
      heightPx: Math.max(256, heightPx, shared?.heightPx ?? 0),
    };
    shared = { ...size, context: createCanvas(size.widthPx, size.heightPx).getContext("2d") };
  }
  return shared.context;
}

/** Rows and columns that hold ink, from the alpha channel; `null` where nothing was drawn. */
function findInk(pixels: Uint8ClampedArray, widthPx: number, heightPx: number) {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, widthPx * heightPx);
  let [left, right, top, bottom] = [widthPx, -1, -1, -1];
  for (let y = 0; y < heightPx; y += 1) {
    const start = y * widthPx;
    let x = 0;
    while (x < widthPx && words[start + x] === 0) x += 1;
    if (x === widthPx) continue;
    if (top < 0) top = y;
    bottom = y;
    if (x < left) left = x;
    for (x = widthPx - 1; x > right; x -= 1) if (words[start + x] !== 0) right = x;
  }
  return right < 0 ? null : { left, top, right: right + 1, bottom: bottom + 1 };
}

/**
 * Draws one line of text, black on white, cut to its ink. `null` where the text leaves no ink.
 *
 * The cut takes the highest tone mark and the lowest vowel in, whatever the font's own metrics say: a mark on an upper
 * vowel stands higher than many fonts admit. Characters that the face lacks must be kept out before
 * (`missingCharacters`).
 */
export function drawLine(text: string, style: LineStyle): DrawnLine | null {
  const emPx = emPixels(style.face, style.sizePt, style.dpi);
  const condense = style.condense ?? 1;
  const context = prepareContext(1, 1);
  context.font = canvasFont(style.face, emPx);
  context.letterSpacing = `${style.letterSpacingPx ?? 0}px`;
  const metrics = context.measureText(text);
  const margin = Math.ceil(emPx * 0.3) + 2;
  const neighbours = style.neighbours;
  const advancePx = metrics.width * condense;
  const widthPx = Math.ceil(advancePx) + margin * 2;
  // No mark of a known font is higher than 1.75 em of its own or deeper than 0.75.
  const baseline = Math.ceil(emPx * 1.75) + 2;
  const heightPx = baseline + Math.ceil(emPx * 0.75) + 2;
  const target = prepareContext(widthPx, heightPx);
  target.font = canvasFont(style.face, emPx);
  target.letterSpacing = `${style.letterSpacingPx ?? 0}px`;
  target.fillStyle = "black";
  target.strokeStyle = "black";
  target.lineJoin = "round";
  target.lineWidth = style.emboldenPx ?? 0;

  const put = (line: string, y: number): void => {
    const x = margin + (style.shiftX ?? 0);
    target.setTransform(condense, 0, 0, 1, x, y + (style.shiftY ?? 0));
    target.fillText(line, 0, 0);
    if (style.emboldenPx !== undefined && style.emboldenPx > 0) target.strokeText(line, 0, 0);
    target.setTransform(1, 0, 0, 1, 0, 0);
  };
  target.setTransform(1, 0, 0, 1, 0, 0);
  target.clearRect(0, 0, widthPx, heightPx);
  put(text, baseline);
  if (style.underline === true) target.fillRect(margin, baseline + emPx * 0.12, advancePx, emPx * 0.045);
  let pixels = target.getImageData(0, 0, widthPx, heightPx).data;
  const ink = findInk(pixels, widthPx, heightPx);
  if (ink === null) return null;
  if (neighbours !== undefined) {
    put(neighbours.above, baseline - neighbours.pitchPx);
    put(neighbours.below, baseline + neighbours.pitchPx);
    pixels = target.getImageData(0, 0, widthPx, heightPx).data;
  }
  const [imageWidth, imageHeight] = [ink.right - ink.left, ink.bottom - ink.top];
  const data = new Uint8Array(imageWidth * imageHeight);
  for (let y = 0; y < imageHeight; y += 1) {
    let from = ((y + ink.top) * widthPx + ink.left) * 4 + 3;
    for (let x = 0; x < imageWidth; x += 1, from += 4) data[y * imageWidth + x] = 255 - pixels[from]!;
  }
  return { image: { widthPx: imageWidth, heightPx: imageHeight, data }, baselinePx: baseline - ink.top };
}
