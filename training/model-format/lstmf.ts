import { ByteReader, ByteWriter } from "./byte-stream.ts";

/** A picture of one line as a PNG file, with what stands on it. */
export interface LineSample {
  readonly png: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly text: string;
}

/**
 * The file that `lstmtraining` and `lstmeval` read, with any number of lines in it. Written here rather than by
 * `tesseract X.png X --psm 13 lstm.train`, which starts a process and leaves a file for each line; the bytes are the
 * same (tesseract 5.3, src/ccstruct/imagedata.cpp: a counted list of ImageData, each in front of it a byte that says
 * it is there).
 */
export function encodeLstmf(samples: readonly LineSample[]): Uint8Array {
  const out = new ByteWriter();
  out.uint32(samples.length);
  for (const sample of samples) {
    out.uint8(1);
    out.string("");
    out.int32(0);
    out.uint32(sample.png.length);
    out.bytes(sample.png);
    out.string("");
    out.string(sample.text);
    out.uint32(1);
    out.int16(0);
    out.int16(0);
    out.int16(sample.widthPx);
    out.int16(sample.heightPx);
    out.uint32(1);
    out.string(sample.text);
    out.uint8(0);
  }
  return out.finish();
}

/** The lines of a file that `encodeLstmf` wrote. */
export function decodeLstmf(file: Uint8Array): LineSample[] {
  const reader = new ByteReader(file);
  return Array.from({ length: reader.uint32() }, () => {
    reader.uint8();
    reader.string();
    reader.int32();
    const png = reader.take(reader.uint32());
    reader.string();
    const text = reader.string();
    reader.uint32();
    reader.take(4);
    const [widthPx, heightPx] = [reader.int16(), reader.int16()];
    reader.uint32();
    reader.string();
    reader.uint8();
    return { png, widthPx, heightPx, text };
  });
}
