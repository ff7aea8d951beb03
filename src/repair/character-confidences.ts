import type { PointBox } from "../model/box.ts";
import { linesOfPage, type ReadLine, type ReadPage, type ReadSymbol } from "../model/reading.ts";

/** How sure the engine was of each UTF-16 unit of a text, 0..1; 1 where it said nothing. */
export type CharacterConfidences = Float32Array;

/** How far to look for a place where text and symbols say the same again, after normalizing has changed one. */
const LOOK_AHEAD = 8;

/** The lines that a text was read from, by the boxes of its evidence, in reading order. */
export function linesInBoxes(
  pages: ReadonlyMap<number, Pick<ReadPage, "tables" | "lines">>,
  boxes: readonly PointBox[],
): readonly ReadLine[] {
  return boxes.flatMap((box) => {
    const page = pages.get(box.pageNumber);
    if (page === undefined) return [];
    return linesOfPage(page).filter(({ box: line }) => {
      const [x, y] = [line.left + line.width / 2 - box.left, line.top + line.height / 2 - box.top];
      return x >= 0 && x <= box.width && y >= 0 && y <= box.height;
    });
  });
}

/**
 * The engine's confidences for the characters of `text`, which came from these lines by normalizing and joining: both
 * are walked along together, and where they differ (ํา is ำ, marks in another order) a character takes the least
 * confidence of the symbols that stand there.
 */
export function characterConfidences(text: string, lines: readonly ReadLine[]): CharacterConfidences {
  const read = lines.flatMap((line) => line.symbols.flatMap(unitsOf));
  const confidences = new Float32Array(text.length).fill(1);
  const units: number[] = [];
  for (let index = 0; index < text.length; index++) if (text[index]!.trim() !== "") units.push(index);

  const isSame = (unit: number, symbol: number): boolean => text[units[unit]!] === read[symbol]!.unit;
  let [unit, symbol] = [0, 0];
  while (unit < units.length && symbol < read.length) {
    if (isSame(unit, symbol)) {
      confidences[units[unit]!] = read[symbol]!.confidence;
      unit++;
      symbol++;
      continue;
    }
    const [passedUnits, passedSymbols] = stepsToAgreement(unit, symbol, units.length, read.length, isSame);
    const there = read.slice(Math.max(0, symbol - 1), symbol + passedSymbols + 1);
    const least = Math.min(...there.map(({ confidence }) => confidence));
    for (const index of units.slice(unit, unit + passedUnits)) confidences[index] = least;
    unit += passedUnits;
    symbol += passedSymbols;
  }
  return confidences;
}

interface ReadUnit {
  readonly unit: string;
  readonly confidence: number;
}

function unitsOf({ text, confidence }: ReadSymbol): ReadUnit[] {
  return text
    .split("")
    .filter((unit) => unit.trim() !== "")
    .map((unit) => ({ unit, confidence }));
}

/** The fewest characters of both to pass over until two in a row agree; all that is left where none do. */
function stepsToAgreement(
  unit: number,
  symbol: number,
  unitCount: number,
  symbolCount: number,
  isSame: (unit: number, symbol: number) => boolean,
): [number, number] {
  for (let total = 1; total <= 2 * LOOK_AHEAD; total++) {
    for (let units = Math.max(0, total - LOOK_AHEAD); units <= Math.min(total, LOOK_AHEAD); units++) {
      const [a, b] = [unit + units, symbol + total - units];
      if (a >= unitCount || b >= symbolCount || !isSame(a, b)) continue;
      if (a + 1 >= unitCount || b + 1 >= symbolCount || isSame(a + 1, b + 1)) return [units, total - units];
    }
  }
  return [Math.min(LOOK_AHEAD, unitCount - unit), Math.min(LOOK_AHEAD, symbolCount - symbol)];
}
