import { createCanvas } from "@napi-rs/canvas";
import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";
import { canvasFont, emPixels } from "../../maker/fonts.ts";
import type { FontFace } from "../../maker/fonts.ts";
import type { Random } from "../../maker/random.ts";
import type { GrayImage } from "../../src/model/image.ts";

/** How one line is set. */
export interface TypeSetting {
  readonly face: FontFace;
  /** In points of TH Sarabun, as `emPixels` counts them. */
  readonly sizePt: number;
  readonly dpi: number;
  /** Width against height; below 1 condensed. */
  readonly stretch: number;
  /** Added between clusters, as a share of the em. */
  readonly letterSpacing: number;
  /** Width of a space against the font's own. */
  readonly wordSpacing: number;
  readonly underlined: boolean;
  /** Pieces of other lines that stand close above or below, at a baseline distance in ems. */
  readonly neighbours: readonly Neighbour[];
}

export interface Neighbour {
  readonly text: string;
  readonly baselineEm: number;
  /** Where the piece starts, 0 at the left end of the line and 1 at the right. */
  readonly position: number;
}

/** A drawn line on white, and the rectangle of its own ink. */
export interface DrawnText {
  readonly image: GrayImage;
  /** 1 where the line's own text has ink, neighbours left out; same layout as `image`. */
  readonly own: GrayImage;
}

const BODY_EM_ROOM = 2.2;

function toGray(canvas: Canvas): GrayImage {
  const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const gray = new Uint8Array(width * height);
  for (let index = 0; index < gray.length; index += 1) gray[index] = data[index * 4]!;
  return { widthPx: width, heightPx: height, data: gray };
}

function prepare(context: SKRSContext2D, font: string): void {
  context.fillStyle = "#fff";
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.fillStyle = "#000";
  context.font = font;
}

/**
 * Draws a line of text, black on white, with room around it. Marks are stacked by the font's own tables (the canvas
 * shapes with HarfBuzz). Symbols that a font lacks come from DejaVu Sans.
 */
export function drawText(text: string, setting: TypeSetting, random: Random): DrawnText {
  const emPx = emPixels(setting.face, setting.sizePt, setting.dpi);
  const font = `${canvasFont(setting.face, emPx)}, "DejaVu Sans"`;
  const probe = createCanvas(1, 1).getContext("2d");
  probe.font = font;
  const spacings = {
    letterSpacing: `${setting.letterSpacing * emPx}px`,
    wordSpacing: `${(setting.wordSpacing - 1) * probe.measureText(" ").width}px`,
  };
  Object.assign(probe, spacings);
  const textWidth = probe.measureText(text).width * setting.stretch;
  const margin = emPx * 0.8;
  const width = Math.ceil(textWidth + margin * 2);
  const height = Math.ceil(emPx * BODY_EM_ROOM * 2);
  const baseline = emPx * BODY_EM_ROOM + random.next();
  const left = margin + random.next();

  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  prepare(context, font);
  Object.assign(context, spacings);
  context.save();
  context.translate(left, baseline);
  context.scale(setting.stretch, 1);
  context.fillText(text, 0, 0);
  if (setting.underlined) {
    context.fillRect(
      0,
      emPx * random.between(0.1, 0.22),
      textWidth / setting.stretch,
      Math.max(1, emPx * 0.045),
    );
  }
  context.restore();
  const own = toGray(canvas);
  for (const neighbour of setting.neighbours) {
    context.save();
    context.translate(left + neighbour.position * textWidth, baseline + neighbour.baselineEm * emPx);
    context.scale(setting.stretch, 1);
    context.fillText(neighbour.text, 0, 0);
    context.restore();
  }
  return { image: setting.neighbours.length > 0 ? toGray(canvas) : own, own };
}
