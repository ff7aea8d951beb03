import { crc32 } from "node:zlib";

const KEYWORD = "raingan-source";
const SIGNATURE_BYTES = 8;
const LENGTH_BYTES = 4;
const TYPE_BYTES = 4;
const CRC_BYTES = 4;
/** The first chunk of every PNG, IHDR, has 13 bytes of data. */
const HEADER_END = SIGNATURE_BYTES + LENGTH_BYTES + TYPE_BYTES + 13 + CRC_BYTES;

/** As many bytes of a picture as tell its source. */
export const PICTURE_HEAD_BYTES = 256;

/** A PNG with a note of the file that it shows: a text chunk behind its header, which no viewer minds. */
export function withSource(png: Buffer, sha256: string): Buffer {
  return Buffer.concat([png.subarray(0, HEADER_END), textChunk(sha256), png.subarray(HEADER_END)]);
}

/** The SHA-256 that `withSource` noted; `null` for every other file. */
export function readPictureSource(head: Buffer): string | null {
  const start = HEADER_END + LENGTH_BYTES;
  const noted = head.subarray(start, start + TYPE_BYTES + KEYWORD.length + 1).toString("latin1");
  if (noted !== `tEXt${KEYWORD}\0`) return null;
  const length = head.readUInt32BE(HEADER_END);
  const data = head.subarray(start + TYPE_BYTES, start + TYPE_BYTES + length);
  return data.subarray(KEYWORD.length + 1).toString("latin1");
}

function textChunk(text: string): Buffer {
  const body = Buffer.from(`tEXt${KEYWORD}\0${text}`, "latin1");
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(body.length - TYPE_BYTES);
  const crc = Buffer.alloc(CRC_BYTES);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}
