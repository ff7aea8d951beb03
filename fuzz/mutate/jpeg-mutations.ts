import type { Random } from "../../maker/random.ts";
import { BYTE_MUTATIONS } from "./byte-mutations.ts";
import type { Mutation } from "./mutation.ts";

/** A marker with what belongs to it: for a scan all its data. */
interface Segment {
  readonly marker: number;
  readonly bytes: Buffer;
}

const SCAN = 0xda;
/** Frame headers, those of Huffman tables and arithmetic coding left out. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The segments between the first marker and the end, as far as they follow each other. */
export function readSegments(bytes: Buffer): Segment[] {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    let end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === SCAN) {
      while (end + 1 < bytes.length && !(bytes[end] === 0xff && isMarker(bytes[end + 1]!))) end += 1;
    }
    segments.push({ marker, bytes: bytes.subarray(at, Math.min(end, bytes.length)) });
    at = end;
  }
  return segments;
}

/** Within scan data stuffed zeros and restarts are none. */
function isMarker(code: number): boolean {
  return code !== 0 && !(code >= 0xd0 && code <= 0xd7);
}

export function writeSegments(segments: readonly Segment[]): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments.map(({ bytes }) => bytes),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segmentMutation(
  name: string,
  change: (segments: Segment[], random: Random) => readonly Segment[],
): Mutation {
  return {
    name,
    apply(bytes, random) {
      const segments = readSegments(bytes);
      return segments.length === 0 ? Buffer.from(bytes) : writeSegments(change(segments, random));
    },
  };
}

const SIDES: readonly number[] = [0, 1, 7, 8, 499, 501, 4_096, 16_384, 65_500, 65_535];

/** What makes a JPEG wrong segment by segment. */
export const JPEG_MUTATIONS: readonly Mutation[] = [
  segmentMutation("jpeg-remove-segment", (segments, random) =>
    segments.toSpliced(random.integer(0, segments.length - 1), 1),
  ),
  segmentMutation("jpeg-repeat-segment", (segments, random) => {
    const copies = Array.from({ length: random.pick([1, 3, 300]) }, () => random.pick(segments));
    return segments.toSpliced(random.integer(0, segments.length), 0, ...copies);
  }),
  segmentMutation("jpeg-reorder", (segments, random) => random.shuffle(segments)),
  segmentMutation("jpeg-frame", (segments, random) =>
    segments.map((segment) => {
      if (!isFrame(segment.marker) || segment.bytes.length < 10) return segment;
      const bytes = Buffer.from(segment.bytes);
      const field = random.integer(0, 5);
      if (field === 0 || field === 5) bytes.writeUInt16BE(random.pick(SIDES), 5);
      if (field === 1 || field === 5) bytes.writeUInt16BE(random.pick(SIDES), 7);
      if (field === 2) bytes[4] = random.pick([0, 1, 8, 12, 16, 255]);
      if (field === 3) bytes[9] = random.pick([0, 1, 2, 3, 4, 5, 255]);
      if (field === 4) bytes[1] = 0xc0 + random.integer(0, 15);
      return { ...segment, bytes };
    }),
  ),
  segmentMutation("jpeg-inside-segment", (segments, random) => {
    const at = random.integer(0, segments.length - 1);
    return segments.map((segment, index) => {
      if (index !== at) return segment;
      const spoilt = random.pick(BYTE_MUTATIONS).apply(segment.bytes.subarray(4), random, segment.bytes);
      const head = Buffer.from(segment.bytes.subarray(0, 4));
      // A scan's length is that of its header only.
      if (segment.marker !== SCAN && head.length === 4)
        head.writeUInt16BE(Math.min(65_535, spoilt.length + 2), 2);
      return { ...segment, bytes: Buffer.concat([head, spoilt.subarray(0, 65_533)]) };
    });
  }),
  segmentMutation("jpeg-comment", (segments, random) => {
    const length = random.pick([2, 100, 65_535]);
    const bytes = Buffer.alloc(length + 2, 0x41);
    bytes.writeUInt16BE(0xff00 + random.pick([0xfe, 0xe0, 0xe1, 0xe2, 0xee]), 0);
    bytes.writeUInt16BE(length, 2);
    return segments.toSpliced(random.integer(0, segments.length), 0, { marker: bytes[1]!, bytes });
  }),
];
