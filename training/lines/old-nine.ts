import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Random } from "../../maker/random.ts";

/**
 * The ๙ of older typefaces: an epsilon with a tail, a bowl with the head inside and a second, smaller bow on its left
 * shoulder. No font that can be had here has it; the fonts of today join head and tail by one stroke. All lengths are
 * shares of the height of ๐.
 */
export interface OldNine {
  readonly width: number;
  /** Radius of the head, a ring that thick strokes fill. */
  readonly headRadius: number;
  readonly headHeight: number;
  /** Where bowl and bow meet, and how far that fold reaches to the right, of the width. */
  readonly waistHeight: number;
  readonly waistReach: number;
  readonly topHeight: number;
  readonly tailHeight: number;
  /** How far the tail leans out over the width; below 0 it stands back. */
  readonly tailLean: number;
  /** Thickness of strokes against those of the face. */
  readonly weight: number;
  /** A broad pen, of the thickness of strokes: 0 draws all strokes alike. */
  readonly contrast: number;
}

/** Draws lots for the shape of one line. */
export function chooseOldNine(random: Random): OldNine {
  return {
    width: random.between(0.78, 1),
    headRadius: random.between(0.06, 0.14),
    headHeight: random.between(0.34, 0.52),
    waistHeight: random.between(0.7, 0.92),
    waistReach: random.weighted([
      [random.between(0.75, 1), 2],
      [random.between(0.25, 0.75), 1],
    ]),
    topHeight: random.between(1.12, 1.36),
    tailHeight: random.between(0.12, 0.42),
    tailLean: random.between(-0.12, 0.12),
    weight: random.between(0.65, 1.05),
    contrast: random.chance(0.5) ? 0 : random.between(0.2, 0.6),
  };
}

/** What of a face the digit has to match, in pixels of the canvas. */
export interface DigitMeasures {
  /** Height of ๐ and thickness of its stroke. */
  readonly heightPx: number;
  readonly strokePx: number;
  /** White at the left of ๐, and its advance. */
  readonly bearingPx: number;
  readonly advancePx: number;
  /** Columns to the right for each row up, in italics. */
  readonly slant: number;
}

/** Measures ๐ in the font that the canvas has; draws it at the upper left corner, which is left black on white. */
export function measureDigit(context: SKRSContext2D, isItalic: boolean): DigitMeasures {
  const box = context.measureText("๐");
  const heightPx = box.actualBoundingBoxAscent;
  const leftPx = -box.actualBoundingBoxLeft;
  context.fillText("๐", 2 - leftPx, heightPx + 2);
  const row = context.getImageData(2, Math.round(2 + heightPx / 2), Math.ceil(heightPx / 2), 1).data;
  let ink = 0;
  for (let index = 0; index < row.length; index += 4) {
    ink += (255 - row[index]!) / 255;
    // The white inside of ๐: its right stroke does not count.
    if (ink > 0.5 && row[index]! > 250) break;
  }
  return { heightPx, strokePx: ink, bearingPx: leftPx, advancePx: box.width, slant: isItalic ? 0.2 : 0 };
}

/** How far the next letter stands from where this one began. */
export function oldNineAdvance(nine: OldNine, digit: DigitMeasures): number {
  return digit.advancePx + (nine.width - 0.9) * digit.heightPx;
}

function traceStrokes(context: SKRSContext2D, nine: OldNine): void {
  const { width, headRadius, headHeight, waistHeight, topHeight } = nine;
  context.beginPath();
  context.arc(width - headRadius, headHeight, headRadius, 0, Math.PI * 2);
  context.bezierCurveTo(width + 0.02, 0.16, width * 0.82, 0, width * 0.48, 0);
  context.bezierCurveTo(width * 0.1, 0, 0, 0.2, 0, waistHeight * 0.52);
  context.bezierCurveTo(0, waistHeight * 0.78, 0.05, waistHeight * 0.95, 0.14, waistHeight);
  context.lineTo(width * nine.waistReach, waistHeight + 0.02);
  context.lineTo(0.14, waistHeight + 0.03);
  const bow = topHeight - waistHeight;
  context.bezierCurveTo(0.02, waistHeight + bow * 0.3, 0.02, topHeight - bow * 0.25, 0.17, topHeight - 0.02);
  context.bezierCurveTo(
    width * 0.35,
    topHeight + 0.02,
    width * 0.6,
    topHeight,
    width * 0.78,
    topHeight + 0.02,
  );
  const tailX = width * (1 + nine.tailLean);
  context.bezierCurveTo(
    width * 0.95,
    topHeight + 0.05,
    tailX,
    topHeight + nine.tailHeight * 0.4,
    tailX,
    topHeight + nine.tailHeight,
  );
}

/** Draws the digit with its left edge at 0 and its foot on the baseline 0, in the colour that strokes have. */
export function strokeOldNine(context: SKRSContext2D, nine: OldNine, digit: DigitMeasures): void {
  const thick = digit.strokePx * nine.weight;
  // Strokes lie within the height of ๐, their middles half a stroke further in.
  const scale = digit.heightPx - thick;
  context.save();
  context.translate(digit.bearingPx + thick / 2, -thick / 2);
  context.transform(scale, 0, digit.slant * scale, -scale, 0, 0);
  context.lineJoin = "round";
  const thin = thick * (1 - nine.contrast);
  context.lineWidth = thin / scale;
  // A broad pen held at 30 degrees leaves what a thin one leaves, moved along its edge.
  const moves = nine.contrast === 0 ? 0 : Math.max(1, Math.ceil(thick - thin));
  for (let move = 0; move <= moves; move += 1) {
    const along = moves === 0 ? 0 : ((move / moves - 0.5) * (thick - thin)) / scale;
    context.save();
    context.translate(along * Math.cos(Math.PI / 6), along * Math.sin(Math.PI / 6));
    traceStrokes(context, nine);
    context.stroke();
    context.restore();
  }
  context.restore();
}
