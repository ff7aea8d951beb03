/** The words of the graph that a Tesseract LSTM model carries (`lstm-word-dawg`). */

/** Indices of a traineddata file's components (tesseract `ccutil/tessdatamanager.h`, 4.0 and later). */
const LSTM_WORD_DAWG = 19;
const LSTM_UNICHARSET = 21;

/** Bits behind the letter of an edge (tesseract `dict/dawg.h`): last edge of its node, backwards, end of a word. */
const FLAG_BITS = 3n;
const LAST_EDGE = 1n;
const WORD_END = 4n;

/** Magic number, size of the unicharset and number of edges stand in front of the edges. */
const HEADER_BYTES = 10;

/** @param data a `.traineddata` file, not gzipped */
export function readWordDawg(data: Uint8Array): string[] {
  const letters = new TextDecoder()
    .decode(component(data, LSTM_UNICHARSET))
    .split("\n")
    .slice(1)
    .map((line) => line.split(" ")[0]!);
  const dawg = component(data, LSTM_WORD_DAWG);
  const view = new DataView(dawg.buffer, dawg.byteOffset, dawg.byteLength);
  const letterBits = BigInt(Math.ceil(Math.log2(view.getInt32(2, true) + 1)));
  const letterMask = (1n << letterBits) - 1n;

  const words: string[] = [];
  const follow = (node: number, prefix: string): void => {
    for (let edge = node; ; edge++) {
      const record = view.getBigUint64(HEADER_BYTES + edge * 8, true);
      const word = prefix + letters[Number(record & letterMask)]!;
      const flags = record >> letterBits;
      const next = Number(flags >> FLAG_BITS);
      if ((flags & WORD_END) !== 0n) words.push(word);
      if (next !== 0) follow(next, word);
      if ((flags & LAST_EDGE) !== 0n) return;
    }
  };
  follow(0, "");
  return words;
}

function component(data: Uint8Array, index: number): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const count = view.getInt32(0, true);
  const offsets = Array.from({ length: count }, (_, i) => Number(view.getBigInt64(4 + 8 * i, true)));
  const start = offsets[index]!;
  return data.subarray(start, Math.min(data.length, ...offsets.filter((offset) => offset > start)));
}
