import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ModelInfo } from "./engine.ts";

/** Index of the LSTM unicharset in a traineddata file (tesseract `ccutil/tessdatamanager.h`, 4.0 and later). */
const LSTM_UNICHARSET = 21;
const THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙";

export interface Traineddata {
  /** Absolute path of the file, which may be gzipped. */
  readonly filePath: string;
  readonly info: ModelInfo;
}

/** Reads a `.traineddata` file, gzipped or not. Throws where the file is not one. */
export async function readTraineddata(filePath: string): Promise<Traineddata> {
  const stored = await readFile(filePath);
  const data = stored[0] === 0x1f && stored[1] === 0x8b ? gunzipSync(stored) : stored;
  const characters = lstmCharacters(data);
  if (characters === null) {
    throw new Error(`${filePath} is not a Tesseract LSTM model (.traineddata); give one with --model.`);
  }
  const hash = createHash("sha256").update(data).digest("hex").slice(0, 12);
  return {
    filePath: resolve(filePath),
    info: {
      name: `${basename(filePath).replace(/\.gz$/, "")}@${hash}`,
      knowsThaiDigits: Array.from(THAI_DIGITS).every((digit) => characters.has(digit)),
    },
  };
}

/**
 * The characters that a model can output, or null where `data` is no LSTM traineddata: a table of 64-bit
 * offsets leads to the components, of which the unicharset is text, one character a line.
 */
export function lstmCharacters(data: Uint8Array): Set<string> | null {
  if (data.length < 4) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const count = view.getInt32(0, true);
  if (count <= LSTM_UNICHARSET || count > 64 || data.length < 4 + 8 * count) return null;
  const offsets = Array.from({ length: count }, (_, i) => Number(view.getBigInt64(4 + 8 * i, true)));
  const start = offsets[LSTM_UNICHARSET]!;
  if (start < 0) return null;
  const end = Math.min(data.length, ...offsets.filter((offset) => offset > start));
  const lines = new TextDecoder().decode(data.subarray(start, end)).split("\n");
  return new Set(lines.slice(1).map((line) => line.split(" ")[0]!));
}
