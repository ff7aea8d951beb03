import type { GrayImage } from "../model/image.ts";
import type { EngineLine, LineEngine } from "./engine.ts";
import { isNumberLine } from "./second-look.ts";
import { surestReading } from "./surest-reading.ts";

/**
 * Lines whose least sure quarter is below this on average are read again: one in fourteen of the validation lines, with
 * seven in ten of their errors, and one in seventy of clean pages.
 */
const DOUBTFUL = 0.97;
/** The recognizer takes pictures column by column: wider print gives it more of them for each stroke. */
const WIDER = 1.18;
const SLIGHTLY_WIDER = 1.09;
/** Standard deviation of the blur that joins broken strokes, in heights of the picture (a letter's are a third of it). */
const BLUR_IN_HEIGHTS = 0.013;

/**
 * Reads a line of text of which the recognizer is in doubt in up to three other renderings, until one leaves no doubt, and takes
 * the reading that is surest of itself. Other lines, and numbers, which are checked in another way (`lookAgain`), come back as they were.
 *
 * @param drawFaint gives the picture with the faint print around its ink, in the same frame; null where there is none
 */
export async function rereadDoubtful(
  engine: Pick<LineEngine, "readLine">,
  image: GrayImage,
  first: EngineLine,
  drawFaint: () => GrayImage | null,
): Promise<EngineLine> {
  if (isNumberLine(first.text) || !isDoubtful(first)) return first;
  const faint = drawFaint();
  const picture = faint ?? image;
  const soften = (): GrayImage => blur(widen(picture, SLIGHTLY_WIDER), picture.heightPx * BLUR_IN_HEIGHTS);
  const readings: [EngineLine, ...EngineLine[]] = [first];
  const read = async (rendering: GrayImage, widthFactor: number): Promise<void> => {
    readings.push(narrowed(await engine.readLine(rendering), widthFactor));
  };
  const isSure = (): boolean => readings.slice(1).some((line) => line.text !== "" && !isDoubtful(line));
  if (faint !== null) await read(faint, 1);
  if (!isSure()) await read(widen(picture, WIDER), WIDER);
  if (!isSure()) await read(soften(), SLIGHTLY_WIDER);
  return surestReading(readings);
}

/** Whether the least sure quarter of a line's symbols is doubtful on average; false where nothing was read. */
function isDoubtful({ symbols }: EngineLine): boolean {
  const confidences = symbols.filter(({ text }) => text !== " ").map(({ confidence }) => confidence);
  const quarter = confidences.toSorted((a, b) => a - b).slice(0, Math.ceil(confidences.length / 4));
  return quarter.reduce((sum, confidence) => sum + confidence, 0) < DOUBTFUL * quarter.length;
}

/** The picture with its columns interpolated to `factor` times as many. */
function widen({ widthPx, heightPx, data }: GrayImage, factor: number): GrayImage {
  const wide = Math.round(widthPx * factor);
  const stretched = new Uint8Array(wide * heightPx);
  for (let x = 0; x < wide; x += 1) {
    const place = Math.min(widthPx - 1, Math.max(0, (x + 0.5) / factor - 0.5));
    const left = Math.floor(place);
    const right = Math.min(widthPx - 1, left + 1);
    const share = place - left;
    for (let row = 0; row < heightPx; row += 1) {
      const start = row * widthPx;
      stretched[row * wide + x] = Math.round(
        data[start + left]! * (1 - share) + data[start + right]! * share,
      );
    }
  }
  return { widthPx: wide, heightPx, data: stretched };
}

/** A reading of a widened picture, its symbols at their places in the picture that it was made from. */
function narrowed(line: EngineLine, factor: number): EngineLine {
  const back = (x: number): number => Math.round(x / factor);
  const symbols = line.symbols.map((symbol) => ({
    ...symbol,
    left: back(symbol.left),
    right: back(symbol.right),
  }));
  return { ...line, symbols };
}

/** Gaussian, on white ground. */
function blur({ widthPx, heightPx, data }: GrayImage, sigmaPx: number): GrayImage {
  const reach = Math.max(1, Math.ceil(sigmaPx * 2.5));
  const weights = Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-((k - reach) ** 2) / (2 * sigmaPx ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  // Darkness, so that what lies outside of the picture adds nothing.
  const pass = (darkness: Float32Array, step: number, lengthOf: (at: number) => number, length: number) =>
    darkness.map((_, at) => {
      const place = lengthOf(at);
      let blurred = 0;
      for (let k = Math.max(-reach, -place); k <= Math.min(reach, length - 1 - place); k += 1) {
        blurred += weights[k + reach]! * darkness[at + k * step]!;
      }
      return blurred / sum;
    });
  const dark = Float32Array.from(data, (level) => 255 - level);
  const across = pass(dark, 1, (at) => at % widthPx, widthPx);
  const both = pass(across, widthPx, (at) => Math.floor(at / widthPx), heightPx);
  return { widthPx, heightPx, data: Uint8Array.from(both, (level) => Math.round(255 - level)) };
}
