import type { EngineLine, LineEngine } from "../../src/ocr/engine.ts";

/** An engine that says the same of every line, and how often it was asked. */
export interface CountingEngine extends LineEngine {
  readonly callCount: () => number;
}

export function countingEngine(text: string, confidence: number): CountingEngine {
  let calls = 0;
  const readLine = async (): Promise<EngineLine> => {
    calls += 1;
    const symbols = Array.from(text, (sign, at) => ({
      text: sign,
      confidence,
      left: at * 5,
      right: at * 5 + 4,
    }));
    return { text, confidence, symbols };
  };
  return {
    model: { name: "counting", knowsThaiDigits: true },
    readLine,
    readNumber: null,
    close: async () => undefined,
    callCount: () => calls,
  };
}
