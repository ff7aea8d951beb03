import type { EngineLine, EngineSymbol } from "./engine.ts";

/** A letter that one of four readings has otherwise is wrong four times in ten, as one is that a single reading gives with this. */
const DISPUTED_LETTER = 0.9;
/** A digit that a reading has otherwise is not believed. */
const DISPUTED_DIGIT = 0.4;

const DIGIT = /[0-9๐-๙]/u;

/**
 * Of several readings of one line the one that is surest of itself; the earlier where two are as sure. What the readings
 * agree on is as sure as they are on average, digits as the least sure reading is; what one of them has otherwise stays doubtful.
 *
 * @param readings of renderings of the same picture, their symbols at the same places; at least one
 */
export function surestReading(readings: readonly [EngineLine, ...EngineLine[]]): EngineLine {
  const surest = readings.reduce((best, reading) => (reading.confidence > best.confidence ? reading : best));
  const others = readings.filter((reading) => reading !== surest).map((reading) => reading.symbols);
  const places = others.map((symbols) => findAgreements(surest.symbols, symbols));
  const symbols = surest.symbols.map((symbol, at) => {
    if (isSpace(symbol)) return symbol;
    const confidences = places.map((place, index) => {
      const agreeing = place[at];
      return agreeing === null || agreeing === undefined ? null : others[index]![agreeing]!.confidence;
    });
    return { ...symbol, confidence: settle(symbol, confidences) };
  });
  const printed = symbols.filter((symbol) => !isSpace(symbol));
  const sum = printed.reduce((total, { confidence }) => total + confidence, 0);
  return { text: surest.text, confidence: printed.length === 0 ? 0 : sum / printed.length, symbols };
}

/** @param others the symbol's confidence in each other reading, null in those that have something else */
function settle({ text, confidence }: EngineSymbol, others: readonly (number | null)[]): number {
  const agreeing = others.filter((other) => other !== null);
  if (agreeing.length < others.length) {
    return Math.min(confidence, DIGIT.test(text) ? DISPUTED_DIGIT : DISPUTED_LETTER);
  }
  if (DIGIT.test(text)) return Math.min(confidence, ...agreeing);
  return agreeing.reduce((sum, other) => sum + other, confidence) / (agreeing.length + 1);
}

/**
 * For each symbol of a reading its place in another one, by a shortest list of edits without spaces; null where the other has
 * something else, or more before or behind it.
 */
function findAgreements(
  reading: readonly EngineSymbol[],
  other: readonly EngineSymbol[],
): readonly (number | null)[] {
  const [rows, columns] = [placesOfPrint(reading), placesOfPrint(other)];
  const isSame = (i: number, j: number): boolean =>
    reading[rows[i - 1]!]!.text === other[columns[j - 1]!]!.text;
  const width = columns.length + 1;
  const cost = new Uint32Array((rows.length + 1) * width);
  for (let j = 1; j < width; j += 1) cost[j] = j;
  for (let i = 1; i <= rows.length; i += 1) {
    cost[i * width] = i;
    for (let j = 1; j < width; j += 1) {
      const here = i * width + j;
      cost[here] = Math.min(
        cost[here - width - 1]! + (isSame(i, j) ? 0 : 1),
        cost[here - width]! + 1,
        cost[here - 1]! + 1,
      );
    }
  }
  const agreements: (number | null)[] = reading.map(() => null);
  const besideMore: number[] = [];
  let [i, j] = [rows.length, columns.length];
  while (i > 0 || j > 0) {
    const here = i * width + j;
    const same = i > 0 && j > 0 && isSame(i, j);
    if (i > 0 && j > 0 && cost[here] === cost[here - width - 1]! + (same ? 0 : 1)) {
      if (same) agreements[rows[i - 1]!] = columns[j - 1]!;
      i -= 1;
      j -= 1;
    } else if (i > 0 && cost[here] === cost[here - width]! + 1) {
      i -= 1;
    } else {
      if (i > 0) besideMore.push(rows[i - 1]!);
      if (i < rows.length) besideMore.push(rows[i]!);
      j -= 1;
    }
  }
  for (const at of besideMore) agreements[at] = null;
  return agreements;
}

function placesOfPrint(symbols: readonly EngineSymbol[]): number[] {
  return symbols.flatMap((symbol, at) => (isSpace(symbol) ? [] : [at]));
}

function isSpace({ text }: EngineSymbol): boolean {
  return text.trim() === "";
}
