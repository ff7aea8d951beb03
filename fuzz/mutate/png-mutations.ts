import { crc32, deflateSync, inflateSync } from "node:zlib";
import type { Random } from "../../maker/random.ts";
import { BYTE_MUTATIONS } from "./byte-mutations.ts";
import type { Mutation } from "./mutation.ts";
import { paintPixels } from "./paint-pixels.ts";

const SIGNATURE_BYTES = 8;
/** Length, type and CRC around a chunk's data. */
const FRAME_BYTES = 12;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** The chunks of a PNG as far as they are whole. */
export function readChunks(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  let at = SIGNATURE_BYTES;
  while (at + FRAME_BYTES <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (at + FRAME_BYTES + length > bytes.length) break;
    chunks.push({
      type: bytes.toString("latin1", at + 4, at + 8),
      data: bytes.subarray(at + 8, at + 8 + length),
    });
    at += FRAME_BYTES + length;
  }
  return chunks;
}

/** A PNG of these chunks, each with the right sum. */
export function writeChunks(chunks: readonly Chunk[]): Buffer {
  const parts = chunks.map(({ type, data }) => {
    const body = Buffer.concat([Buffer.from(type.slice(0, 4).padEnd(4), "latin1"), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  });
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

function chunkMutation(
  name: string,
  change: (chunks: Chunk[], random: Random) => readonly Chunk[],
): Mutation {
  return {
    name,
    apply(bytes, random) {
      const chunks = readChunks(bytes);
      return chunks.length === 0 ? Buffer.from(bytes) : writeChunks(change(chunks, random));
    },
  };
}

/** Samples of a pixel by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Other pixels in the same rows; each row still says that it has no filter. */
function paintChunks(chunks: Chunk[], random: Random): readonly Chunk[] {
  const header = chunks.find(({ type }) => type === "IHDR")?.data;
  const stored = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  if (header === undefined || header.length < 13) return chunks;
  try {
    const samples = SAMPLES[header[9]!] ?? 1;
    const rowBytes = 1 + Math.ceil((header.readUInt32BE(0) * header[8]! * samples) / 8);
    const rows = paintPixels(inflateSync(stored), random);
    for (let at = 0; at < rows.length; at += rowBytes) rows[at] = 0;
    const others = chunks.filter(({ type }) => type !== "IDAT" && type !== "IEND");
    return [...others, { type: "IDAT", data: deflateSync(rows) }, { type: "IEND", data: Buffer.alloc(0) }];
  } catch {
    // What was spoilt before has no pixels.
    return chunks;
  }
}

const SIDES: readonly number[] = [
  0, 1, 2, 16, 499, 501, 5_000, 32_768, 65_535, 100_000, 0x7fffffff, 0xffffffff,
];

/** What makes a PNG wrong behind sums that are right. */
export const PNG_MUTATIONS: readonly Mutation[] = [
  chunkMutation("png-remove-chunk", (chunks, random) =>
    chunks.toSpliced(random.integer(0, chunks.length - 1), 1),
  ),
  chunkMutation("png-repeat-chunk", (chunks, random) => {
    const at = random.integer(0, chunks.length - 1);
    const copies = Array.from({ length: random.pick([1, 2, 500]) }, () => chunks[at]!);
    return chunks.toSpliced(random.integer(0, chunks.length), 0, ...copies);
  }),
  chunkMutation("png-reorder", (chunks, random) =>
    random.chance(0.5) ? random.shuffle(chunks) : [chunks[0]!, ...random.shuffle(chunks.slice(1))],
  ),
  chunkMutation("png-header", (chunks, random) =>
    chunks.map((chunk) => {
      if (chunk.type !== "IHDR" || chunk.data.length < 13) return chunk;
      const data = Buffer.from(chunk.data);
      const field = random.integer(0, 6);
      if (field === 0 || field === 6) data.writeUInt32BE(random.pick(SIDES), 0);
      if (field === 1 || field === 6) data.writeUInt32BE(random.pick(SIDES), 4);
      if (field === 2) data[8] = random.pick([0, 1, 2, 3, 4, 8, 16, 32, 255]);
      if (field === 3) data[9] = random.integer(0, 8);
      if (field === 4) data[10 + random.integer(0, 1)] = random.integer(0, 255);
      if (field === 5) data[12] = random.integer(0, 3);
      return { ...chunk, data };
    }),
  ),
  chunkMutation("png-inside-chunk", (chunks, random) => {
    const at = random.integer(0, chunks.length - 1);
    return chunks.map((chunk, index) =>
      index === at
        ? { ...chunk, data: random.pick(BYTE_MUTATIONS).apply(chunk.data, random, chunk.data) }
        : chunk,
    );
  }),
  chunkMutation("png-data-bomb", (chunks, random) =>
    chunks.map((chunk) =>
      chunk.type === "IDAT"
        ? { ...chunk, data: deflateSync(Buffer.alloc(random.pick([0, 100, 1e6, 3e7]))) }
        : chunk,
    ),
  ),
  chunkMutation("png-pixels", paintChunks),
  chunkMutation("png-extra-chunk", (chunks, random) => {
    const type = random.pick([
      "tEXt",
      "zTXt",
      "iTXt",
      "iCCP",
      "gAMA",
      "pHYs",
      "tRNS",
      "PLTE",
      "sBIT",
      "acTL",
      "fcTL",
      "eXIf",
    ]);
    const data = Buffer.from(Array.from({ length: random.integer(0, 80) }, () => random.integer(0, 255)));
    return chunks.toSpliced(random.integer(1, chunks.length), 0, { type, data });
  }),
];
