/** The text of a file, and how it was written. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-874";
}

const BYTE_ORDER_MARKS: readonly (readonly [DecodedText["encoding"], readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
/** Text has none of these; a byte of UTF-16 read alone often is one. Tab, line ends and form feed may stand. */
const BROKEN = /(?![\t\n\r\f])[\p{Cc}\ufffd]/gu;
/** So many of a thousand characters may be broken: a transcript may have been cut in the middle of one. */
const BROKEN_SHARE = 0.001;
const THAI = /[\u0e01-\u0e5b]/gu;
const NOT_ASCII = /\P{ASCII}/gu;
/** Text in the old Thai code page is Thai wherever it is not ASCII; a binary file hits undefined places soon. */
const THAI_SHARE = 0.9;

/**
 * Reads bytes as text: UTF-8 with or without byte order mark, UTF-16, or the Thai code page windows-874 (TIS-620),
 * which old office programs write. Null where they are no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  const candidates: readonly DecodedText["encoding"][] =
    marked === undefined ? ["utf-8", ...guessUtf16(bytes)] : [marked[0]];
  for (const encoding of candidates) {
    const text = decode(bytes, encoding);
    if (text !== null && isText(text)) return { text, encoding };
  }
  if (marked !== undefined) return null;
  const thai = decode(bytes, "windows-874");
  return thai !== null && isText(thai) && isThai(thai) ? { text: thai, encoding: "windows-874" } : null;
}

function decode(bytes: Uint8Array, encoding: DecodedText["encoding"]): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Thai in UTF-16 has 0x0E in every other byte, and line ends and digits have 0x00 there. */
function guessUtf16(bytes: Uint8Array): DecodedText["encoding"][] {
  const sample = bytes.subarray(0, 4096);
  const isHigh = (byte: number): boolean => byte === 0x0e || byte === 0x00;
  const even = sample.filter((byte, index) => index % 2 === 0 && isHigh(byte)).length;
  const odd = sample.filter((byte, index) => index % 2 === 1 && isHigh(byte)).length;
  const most = sample.length * 0.45;
  if (sample.length < 4) return [];
  if (odd > most) return ["utf-16le"];
  return even > most ? ["utf-16be"] : [];
}

function isText(text: string): boolean {
  return (text.match(BROKEN)?.length ?? 0) <= text.length * BROKEN_SHARE;
}

function isThai(text: string): boolean {
  const other = text.match(NOT_ASCII)?.length ?? 0;
  return (text.match(THAI)?.length ?? 0) >= other * THAI_SHARE;
}
