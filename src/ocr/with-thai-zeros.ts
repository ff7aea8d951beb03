import type { EngineSymbol } from "./engine.ts";

const CIRCLE = /^[oO]$/u;
const THAI_DIGIT = /^[๐-๙]$/u;
const LATIN_LETTER = /^[A-Za-z]$/u;
/** No surer than this: whether a circle is a digit was not read but told from what stands beside it. */
const BY_NEIGHBOURS = 0.9;

/**
 * Circles that stand right beside a Thai digit, and beside no Latin letter, as ๐: in print it is the letter o, and the recognizer
 * takes it for that where letters are near (วันo๕.๓๐ น.).
 */
export function withThaiZeros(symbols: readonly EngineSymbol[]): readonly EngineSymbol[] {
  const isCircle = (symbol: EngineSymbol | undefined): boolean => CIRCLE.test(symbol?.text ?? "");
  return symbols.map((symbol, at) => {
    if (!isCircle(symbol)) return symbol;
    let [before, after] = [at - 1, at + 1];
    while (isCircle(symbols[before])) before -= 1;
    while (isCircle(symbols[after])) after += 1;
    const beside = [symbols[before]?.text ?? "", symbols[after]?.text ?? ""];
    if (!beside.some((text) => THAI_DIGIT.test(text)) || beside.some((text) => LATIN_LETTER.test(text)))
      return symbol;
    return { ...symbol, text: "๐", confidence: Math.min(symbol.confidence, BY_NEIGHBOURS) };
  });
}
