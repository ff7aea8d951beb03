import sharp from "sharp";
import type { Random } from "../../maker/random.ts";
import { drawFaintLine } from "../../src/lines/draw-faint-line.ts";
import type { PixelRect } from "../../src/model/box.ts";
import type { GrayImage } from "../../src/model/image.ts";
import { closeMarginPx } from "../../src/ocr/number-pictures.ts";
import type { LineSample } from "../model-format/lstmf.ts";
import type { LineText } from "../text/line-text.ts";
import { bodyPixels, chooseSetting } from "./choose-setting.ts";
import type { FontChoice } from "./choose-setting.ts";
import { drawText } from "./draw-text.ts";
import type { TypeSetting } from "./draw-text.ts";
import { cropImage, findInkBounds } from "./ink-bounds.ts";
import { addRuleTraces, makeBend } from "./page-trouble.ts";
import { cleanLine, measureInk } from "./pipeline-crop.ts";
import { applyScanLook } from "./scan-look.ts";

/** How lines are set and cut: shares of them. */
export interface LineShares {
  /** Cleaned and cropped exactly as the pipeline does it; the others keep their paper. */
  readonly cleaned: number;
  /** Of the cleaned ones, numbers and dates cut close above and below, as the pipeline does for its second look at them. */
  readonly closeNumbers: number;
  /** The same for all other lines. */
  readonly closeOthers: number;
  /** Every ๙ has the shape of older typefaces; none where left out. */
  readonly oldNines?: number;
}

export const TRAINING_SHARES: LineShares = { cleaned: 0.85, closeNumbers: 0.4, closeOthers: 0.07 };
/** For the net for numbers, which is shown close cuts only; the others keep it from hanging on one size. */
export const NUMBER_SHARES: LineShares = { cleaned: 1, closeNumbers: 0.85, closeOthers: 0 };
/** As every line comes to the recognizer first. */
export const PIPELINE_SHARES: LineShares = { cleaned: 1, closeNumbers: 0, closeOthers: 0 };
/** The pipeline pads by so many body heights, and leaves so many above and below the consonants at least. */
const PADDING_IN_BODIES = 0.35;
const ROOM_ABOVE = 0.9;
const ROOM_BELOW = 0.5;
/** The pipeline measures a line's body height from its letters: more where capitals or digits lead, less for dashes. */
const LEAST_LETTER = 0.85;
const HIGHEST_LETTER = 1.25;
/** A line that kept less of its ink, or has gained more, can't be read by anyone; it would teach guessing. */
const LEAST_INK = 0.4;
const MOST_INK = 2.6;

function growRect(rect: PixelRect, pad: () => number): PixelRect {
  return {
    left: rect.left - pad(),
    top: rect.top - pad(),
    right: rect.right + pad(),
    bottom: rect.bottom + pad(),
  };
}

async function encodePng(image: GrayImage): Promise<Uint8Array> {
  const raw = { width: image.widthPx, height: image.heightPx, channels: 1 } as const;
  return sharp(image.data, { raw }).toColourspace("b-w").png({ compressionLevel: 4 }).toBuffer();
}

/** A line's picture, and how the pipeline draws it once more where it doubts it; that gives null where it adds nothing. */
interface CroppedLine {
  readonly image: GrayImage;
  readonly drawFaint: () => GrayImage | null;
}

export interface MadeLine extends LineSample {
  /** The picture with its faint print, encoded; null where there is none, or where the line is not cut for a first reading. */
  readonly drawFaint: () => Promise<Uint8Array | null>;
}

const withoutFaint = (image: GrayImage): CroppedLine => ({ image, drawFaint: () => null });

/** Crops a worn line: mostly as the pipeline does, else with the paper left as it is and padding of all sizes. */
function cropLine(
  worn: GrayImage,
  ink: PixelRect,
  inkAreaPx: number,
  baselinePx: number,
  setting: TypeSetting,
  shares: { readonly cleaned: number; readonly close: number },
  random: Random,
): CroppedLine | null {
  const bodyPx = bodyPixels(setting);
  const clean = cleanLine(worn, setting.dpi);
  const reach = Math.ceil(bodyPx * 0.15);
  const { bounds, areaPx } = measureInk(
    clean.ink,
    growRect(ink, () => reach),
  );
  if (bounds === null || areaPx < inkAreaPx * LEAST_INK || areaPx > inkAreaPx * MOST_INK) return null;
  if (random.chance(shares.cleaned)) {
    const padding = Math.max(4, Math.round(bodyPx * PADDING_IN_BODIES));
    // Lots of its own: the same line without close cuts stays as it is.
    if (random.fork("close").chance(shares.close)) {
      const margin = closeMarginPx(bounds.bottom - bounds.top);
      const close = {
        left: bounds.left - padding,
        top: bounds.top - margin,
        right: bounds.right + padding,
        bottom: bounds.bottom + margin,
      };
      return withoutFaint(cropImage(clean.image, close));
    }
    const letterPx = bodyPx * random.between(LEAST_LETTER, HIGHEST_LETTER);
    const roomy = {
      ...bounds,
      top: Math.min(bounds.top, Math.round(baselinePx - letterPx * (1 + ROOM_ABOVE))),
      bottom: Math.max(bounds.bottom, Math.round(baselinePx + letterPx * ROOM_BELOW)),
    };
    const rect = growRect(roomy, () => padding);
    const image = cropImage(clean.image, rect);
    const picture = { image, left: rect.left, top: rect.top };
    return { image, drawFaint: () => drawFaintLine(picture, clean.lit, clean.ink, bodyPx) };
  }
  const roomOfAnySize = growRect(ink, () => {
    const extra = random.chance(0.12) ? random.between(0.1, 0.7) : 0;
    return Math.max(1, Math.round(bodyPx * (random.between(0.15, 0.5) + extra)));
  });
  return withoutFaint(cropImage(worn, roomOfAnySize));
}

/**
 * Draws a line of text, lets print and scan wear it, and crops it by the bounds of its own ink, as the pipeline does.
 * Gives `null` where not enough of the text can be seen.
 */
export async function makeLine(
  line: LineText,
  choice: FontChoice,
  random: Random,
  shares = TRAINING_SHARES,
): Promise<MadeLine | null> {
  const setting = chooseSetting(line.kind, choice, random, shares.oldNines);
  const drawn = drawText(line.text, setting, random);
  const bodyPx = bodyPixels(setting);
  const bend = makeBend(bodyPx, random);
  const own = bend(drawn.own);
  const ink = findInkBounds(own);
  if (ink === null) return null;
  const room = Math.ceil(bodyPx);
  // Everything far from the line is cut off first: effects cost time by the pixel.
  let image = cropImage(
    bend(drawn.image),
    growRect(ink, () => room),
  );
  const inkHere = {
    left: room,
    top: room,
    right: room + ink.right - ink.left,
    bottom: room + ink.bottom - ink.top,
  };
  if (random.chance(0.1)) image = addRuleTraces(image, inkHere, bodyPx, random);
  const worn = await applyScanLook(image, bodyPx, setting.dpi, random);
  const inkAreaPx = own.data.reduce((area, level) => area + (level < 128 ? 1 : 0), 0);
  const baselinePx = drawn.baselinePx - (ink.top - room);
  const isNumber = line.kind === "number" || line.kind === "date";
  const crop = cropLine(
    worn,
    inkHere,
    inkAreaPx,
    baselinePx,
    setting,
    { cleaned: shares.cleaned, close: isNumber ? shares.closeNumbers : shares.closeOthers },
    random,
  );
  if (crop === null) return null;
  const { widthPx, heightPx } = crop.image;
  const drawFaint = async (): Promise<Uint8Array | null> => {
    const faint = crop.drawFaint();
    return faint === null ? null : encodePng(faint);
  };
  return { png: await encodePng(crop.image), widthPx, heightPx, text: line.text, drawFaint };
}
