import { createCanvas } from "@napi-rs/canvas";
import type { SKRSContext2D } from "@napi-rs/canvas";
import { canvasFont, emPixels } from "../../maker/fonts.ts";
import type { FontFace } from "../../maker/fonts.ts";
import type { Random } from "../../maker/random.ts";
import type { GrayImage } from "../../src/model/image.ts";
import { measureDigit, oldNineAdvance, strokeOldNine } from "./old-nine.ts";
import type { DigitMeasures, OldNine } from "./old-nine.ts";

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
  /** Every ๙ of the line itself in an older shape, which the face lacks. */
  readonly oldNine?: OldNine;
}

export interface Neighbour {
  readonly text: string;
  readonly baselineEm: number;
  /** Where the piece starts, 0 at the left end of the line and 1 at the right. */
  readonly position: number;
}

/** A drawn line on white, and where its letters stand. */
export interface DrawnText {
  readonly image: GrayImage;
  /** Row of `image` on which the consonants stand. */
  readonly baselinePx: number;
  /** 1 where the line's own text has ink, neighbours left out; same layout as `image`. */
  readonly own: GrayImage;
}

/** In ems: a tone mark on an upper vowel ends 1.3 above the baseline, a vowel below ฏ 0.5 under it. */
const ROOM_ABOVE = 1.6;
const ROOM_BELOW = 0.8;

/** One canvas serves all lines: their memory is freed late, so that thousands of them would fill the machine. */
const shared = createCanvas(4096, 512);

function prepareContext(font: string, widthPx: number, heightPx: number): SKRSContext2D {
  // Setting a size clears the canvas and puts its state back.
  if (shared.width < widthPx || shared.height < heightPx) {
    [shared.width, shared.height] = [Math.max(shared.width, widthPx), Math.max(shared.height, heightPx)];
  }
  const context = shared.getContext("2d");
  context.reset();
  context.fillStyle = "#fff";
  context.fillRect(0, 0, widthPx, heightPx);
  context.fillStyle = "#000";
  context.font = font;
  return context;
}

function toGray(context: SKRSContext2D, widthPx: number, heightPx: number): GrayImage {
  const { data } = context.getImageData(0, 0, widthPx, heightPx);
  const gray = new Uint8Array(widthPx * heightPx);
  for (let index = 0; index < gray.length; index += 1) gray[index] = data[index * 4]!;
  return { widthPx, heightPx, data: gray };
}

/** A ๙ that stands in its own shape, and its place in the run of the text. */
interface SetNine {
  readonly nine: OldNine;
  readonly digit: DigitMeasures;
  readonly letterSpacingPx: number;
}

/**
 * Sets a text from 0 on the baseline 0, or only measures it.
 *
 * @returns how far it runs
 */
function setText(context: SKRSContext2D, text: string, setNine: SetNine | null, draws: boolean): number {
  // A mark on a digit belongs to the font's shaping.
  const pieces = setNine === null ? [text] : text.split(/(๙(?!\p{M}))/u);
  let x = 0;
  for (const piece of pieces) {
    if (setNine !== null && piece === "๙") {
      if (draws) {
        context.save();
        context.translate(x, 0);
        strokeOldNine(context, setNine.nine, setNine.digit);
        context.restore();
      }
      x += oldNineAdvance(setNine.nine, setNine.digit) + setNine.letterSpacingPx;
    } else {
      if (draws) context.fillText(piece, x, 0);
      x += context.measureText(piece).width;
    }
  }
  return x;
}

/**
 * Draws a line of text, black on white, with room around it. Marks are stacked by the font's own tables (the canvas
 * shapes with HarfBuzz). Symbols that a font lacks come from DejaVu Sans.
 */
export function drawText(text: string, setting: TypeSetting, random: Random): DrawnText {
  const emPx = emPixels(setting.face, setting.sizePt, setting.dpi);
  const font = `${canvasFont(setting.face, emPx)}, "DejaVu Sans"`;
  const probe = prepareContext(font, Math.ceil(emPx * 2), Math.ceil(emPx * 2));
  const setNine =
    setting.oldNine === undefined
      ? null
      : {
          nine: setting.oldNine,
          digit: measureDigit(probe, setting.face.style.endsWith("italic")),
          letterSpacingPx: setting.letterSpacing * emPx,
        };
  const spacings = {
    letterSpacing: `${setting.letterSpacing * emPx}px`,
    wordSpacing: `${(setting.wordSpacing - 1) * probe.measureText(" ").width}px`,
  };
  Object.assign(probe, spacings);
  const textWidth = setText(probe, text, setNine, false) * setting.stretch;
  const margin = emPx * 0.8;
  const width = Math.ceil(textWidth + margin * 2);
  const height = Math.ceil(emPx * (ROOM_ABOVE + ROOM_BELOW));
  const baseline = emPx * ROOM_ABOVE + random.next();
  const left = margin + random.next();

  const context = prepareContext(font, width, height);
  Object.assign(context, spacings);
  context.save();
  context.translate(left, baseline);
  context.scale(setting.stretch, 1);
  setText(context, text, setNine, true);
  if (setting.underlined) {
    context.fillRect(
      0,
      emPx * random.between(0.1, 0.22),
      textWidth / setting.stretch,
      Math.max(1, emPx * 0.045),
    );
  }
  context.restore();
  const own = toGray(context, width, height);
  for (const neighbour of setting.neighbours) {
    context.save();
    context.translate(left + neighbour.position * textWidth, baseline + neighbour.baselineEm * emPx);
    context.scale(setting.stretch, 1);
    context.fillText(neighbour.text, 0, 0);
    context.restore();
  }
  const image = setting.neighbours.length > 0 ? toGray(context, width, height) : own;
  return { image, own, baselinePx: Math.round(baseline) };
}
