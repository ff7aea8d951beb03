import type { GrayImage } from "../model/image.ts";

/** One recognized character, in pixels of the line image; confidence 0 to 1. */
export interface EngineSymbol {
  readonly text: string;
  readonly confidence: number;
  readonly left: number;
  readonly right: number;
}

/** What an engine says of one line image; `text` is the symbols' texts joined, spaces included. */
export interface EngineLine {
  readonly text: string;
  readonly confidence: number;
  readonly symbols: readonly EngineSymbol[];
}

/** A recognition model and what it can know at all. */
export interface ModelInfo {
  /** File name and the first 12 digits of its SHA-256. */
  readonly name: string;
  /** False where one of ๐ to ๙ is missing from its characters: it then reads another digit instead. */
  readonly knowsThaiDigits: boolean;
}

/**
 * Anything that reads line images. The same image gives the same answer whatever was read before.
 * Rejects with an `EngineError` when the line could not be read at all; the engine stays usable.
 */
export interface LineEngine {
  readonly model: ModelInfo;
  /** @param characters  the only characters that may be read; all the model knows where left out */
  readLine(image: GrayImage, characters?: string): Promise<EngineLine>;
  /** The same by the net for numbers, which was trained apart and knows no letters; null where there is none. */
  readonly readNumber: ((image: GrayImage) => Promise<EngineLine>) | null;
  close(): Promise<void>;
}

export class EngineError extends Error {
  override readonly name = "EngineError";
}
