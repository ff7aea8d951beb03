import { PageError } from "../raster/page-error.ts";
import { withoutNoise } from "../clean/without-noise.ts";
import { cleanPage } from "../clean/clean-page.ts";
import { isSideways } from "../clean/is-sideways.ts";
import { turnPage } from "../clean/turn-page.ts";
import { drawLine } from "../lines/draw-line.ts";
import { isTooLarge } from "../lines/is-too-large.ts";
import type { CleanPage, PageImage, QuarterTurns } from "../model/page.ts";
import type { ReadPage } from "../model/reading.ts";
import { remark } from "../model/remark.ts";
import type { TextLine } from "../model/line.ts";
import { EngineError } from "../ocr/engine.ts";
import type { EngineLine, LineEngine } from "../ocr/engine.ts";
import { layOutPage, type PageLayout } from "./lay-out-page.ts";
import { readPage } from "./read-page.ts";
import type { FirstReadings } from "./read-page.ts";
import type { StageClock } from "./stage-clock.ts";

/** So many of the longest lines tell which way up a page is, each as much as it has letters: a stamp's lines are short. */
const SAMPLE_LINES = 8;
/** Print that is upright is read with 0.98 and more, upside down with 0.89 to 0.92, on its side with 0.93 to 0.94. */
const SURELY_UPRIGHT = 0.95;
const CLEARLY_MORE = 0.03;
/**
 * Of lines all over a page of print more than half are surely read as something with several different letters or digits in it
 * (0.55 to 1 on 60 pages); of a page of dots and strokes one in 40, the others being one sign over and over. Asked on pages
 * with many lines only: those of few are read in seconds, whatever they are.
 */
const MANY_LINES = 120;
const SPREAD_LINES = 40;
const FEWEST_IN_PRINT = 3;
const LETTER_OR_DIGIT = /[ก-ฮ0-9๐-๙A-Za-z]/gu;
const FEWEST_DIFFERENT = 3;

/** A page as it was read, and what it was read from. */
export interface UprightReading {
  readonly page: ReadPage;
  readonly clean: CleanPage;
  readonly layout: PageLayout;
}

interface Laid {
  readonly quarterTurns: QuarterTurns;
  readonly clean: CleanPage;
  readonly layout: PageLayout;
}

/**
 * Cleans, lays out and reads a page. One that was scanned on its side shows it by its print; one that was scanned upside
 * down is read with little confidence, and with more the other way up; its longest lines are enough to tell. Either is
 * turned, and says so in a remark.
 */
export async function readUpright(
  image: PageImage,
  startEngine: () => Promise<LineEngine>,
  clock: StageClock,
): Promise<UprightReading> {
  const layOut = async (quarterTurns: QuarterTurns): Promise<Laid> => {
    const clean = await clock.time("clean", () => withoutNoise(cleanPage(turnPage(image, quarterTurns))));
    if (clean === null) throw tooMuchNoise(image.pageNumber);
    return { quarterTurns, clean, layout: await clock.time("layout", () => layOutPage(clean)) };
  };
  const sample = (laid: Laid): Promise<Sample> =>
    clock.time("read", async () => readSample(laid, await startEngine()));
  const read = (laid: Laid, sampled: Sample): Promise<UprightReading> =>
    clock.time("read", async () => {
      const engine = await startEngine();
      const readings = await withSpread(laid, sampled.readings, engine);
      if (readings === null) throw tooMuchNoise(image.pageNumber);
      const page = await readPage(laid.clean, laid.layout, engine, readings);
      return { ...laid, page: withTurn(page, laid) };
    });

  const asScanned = await layOut(0);
  if (isSideways(asScanned.layout.components, asScanned.layout.bodyHeightPx)) {
    const [right, left] = [await layOut(1), await layOut(3)];
    const [ofRight, ofLeft] = [await sample(right), await sample(left)];
    return ofRight.confidence >= ofLeft.confidence ? read(right, ofRight) : read(left, ofLeft);
  }
  const ofScanned = await sample(asScanned);
  if (ofScanned.readings.size === 0 || ofScanned.confidence >= SURELY_UPRIGHT) {
    return read(asScanned, ofScanned);
  }
  const turned = await layOut(2);
  const ofTurned = await sample(turned);
  const isUpsideDown = ofTurned.confidence >= ofScanned.confidence + CLEARLY_MORE;
  return isUpsideDown ? read(turned, ofTurned) : read(asScanned, ofScanned);
}

/** The longest lines of a page, read once. */
interface Sample {
  /** Their mean, each weighing as much as it has letters. */
  readonly confidence: number;
  readonly readings: FirstReadings;
}

async function readSample(laid: Laid, engine: LineEngine): Promise<Sample> {
  const longest = linesOf(laid.layout)
    .toSorted((a, b) => b.pieces.length - a.pieces.length)
    .slice(0, SAMPLE_LINES);
  const readings = await readOnce(longest, laid, engine);
  return { confidence: meanByLength([...readings.values()]), readings };
}

/**
 * The readings of a page, and where it has many lines, those of some more all over it; null where hardly one of these is a
 * word or a number, as on pages of noise, which would be read for minutes.
 */
async function withSpread(
  laid: Laid,
  readings: FirstReadings,
  engine: LineEngine,
): Promise<FirstReadings | null> {
  const lines = linesOf(laid.layout);
  if (lines.length < MANY_LINES) return readings;
  const spread = Array.from(
    { length: SPREAD_LINES },
    (_, at) => lines[Math.floor((at * lines.length) / SPREAD_LINES)]!,
  );
  const known = spread.flatMap((line) => readings.get(line) ?? []);
  const read = await readOnce(
    spread.filter((line) => !readings.has(line)),
    laid,
    engine,
  );
  const print = [...known, ...read.values()].filter(looksLikePrint);
  return print.length < FEWEST_IN_PRINT ? null : new Map([...readings, ...read]);
}

/** Whether a line was surely read as something that has letters or digits of several kinds in it. */
function looksLikePrint({ text, confidence }: EngineLine): boolean {
  return confidence >= SURELY_UPRIGHT && new Set(text.match(LETTER_OR_DIGIT)).size >= FEWEST_DIFFERENT;
}

async function readOnce(
  lines: readonly TextLine[],
  { clean, layout }: Laid,
  engine: LineEngine,
): Promise<FirstReadings> {
  const readings = new Map<TextLine, EngineLine>();
  for (const line of lines) {
    const picture = drawLine(line, clean.gray, clean.ink, layout.components, layout.bodyHeightPx);
    try {
      readings.set(line, await engine.readLine(picture.image));
    } catch (error) {
      // Reading the page meets the same line again, and has a place for the remark.
      if (!(error instanceof EngineError)) throw error;
    }
  }
  return readings;
}

function linesOf(layout: PageLayout): readonly TextLine[] {
  const lines = [...layout.tables.flatMap((table) => table.lines.flat()), ...layout.lines];
  return lines.filter((line) => !isTooLarge(line));
}

function tooMuchNoise(pageNumber: number): PageError {
  const message =
    "The page is so full of dots and strokes that no text can be told from them. " +
    "Clean the glass and scan it again as text in black and white, or leave the page out if it is a picture.";
  return new PageError("too-much-noise", pageNumber, message);
}

function withTurn(page: ReadPage, { quarterTurns }: Laid): ReadPage {
  if (quarterTurns === 0) return page;
  const lay = quarterTurns === 2 ? "upside down" : "on its side";
  const message = `The page lay ${lay} and was read turned by ${quarterTurns * 90}° clockwise.`;
  const turned = remark("page-turned", "info", message, { pageNumber: page.pageNumber });
  return { ...page, quarterTurns, remarks: [...page.remarks, turned] };
}

function meanByLength(lines: readonly Pick<EngineLine, "confidence" | "symbols">[]): number {
  let [sum, length] = [0, 0];
  for (const { confidence, symbols } of lines) {
    sum += confidence * symbols.length;
    length += symbols.length;
  }
  return length === 0 ? 0 : sum / length;
}
