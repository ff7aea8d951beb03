/** The text of a file, and how it was written. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-874";
  /** How many places could not be read as a character; each is U+FFFD in the text. */
  readonly brokenCount: number;
}

const BYTE_ORDER_MARKS: readonly (readonly [DecodedText["encoding"], readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
/** Text has none of these; a byte of UTF-16 read alone often is one. Tab, line ends and form feed may stand. */
const BROKEN = /(?![\t\n\r\f])[\p{Cc}\ufffd]/gu;
/**
 * So many characters may be broken. One wrong byte spoils up to three characters, disks and mail programs spoil several, and
 * a file that is no text has more of them by far: of random bytes nearly half, of programs and archives a third.
 */
const BROKEN_SHARE = 1 / 200;
/** A short text may have these all the same, as long as they are few of its characters. */
const FEW_BROKEN = 16;
const FEW_BROKEN_SHARE = 0.1;
/** A file that begins with more broken characters than good ones can be told without reading it to its end. */
const SAMPLE_BYTES = 4096;
const HOPELESS_SHARE = 0.25;
const THAI = /[\u0e01-\u0e5b]/gu;
const NOT_ASCII = /\P{ASCII}/gu;
/** Text in the old Thai code page is Thai wherever it is not ASCII; a binary file hits undefined places soon. */
const THAI_SHARE = 0.9;

/**
 * Reads bytes as text: UTF-8 with or without byte order mark, UTF-16, or the Thai code page windows-874 (TIS-620),
 * which old office programs write. A few broken places do not make it something else. Null where it is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  const candidates: readonly DecodedText["encoding"][] =
    marked === undefined ? ["utf-8", ...guessUtf16(bytes), "windows-874"] : [marked[0]];
  let best: DecodedText | null = null;
  for (const encoding of candidates) {
    if (isHopeless(decode(bytes.subarray(0, SAMPLE_BYTES), encoding))) continue;
    const decoded = decode(bytes, encoding);
    if (!isText(decoded) || (encoding === "windows-874" && !isThai(decoded.text))) continue;
    if (decoded.brokenCount === 0) return decoded;
    if (best === null || decoded.brokenCount < best.brokenCount) best = decoded;
  }
  return best;
}

function decode(bytes: Uint8Array, encoding: DecodedText["encoding"]): DecodedText {
  let brokenCount = 0;
  const text = new TextDecoder(encoding).decode(bytes).replaceAll(BROKEN, () => {
    brokenCount += 1;
    return "\ufffd";
  });
  return { text, encoding, brokenCount };
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

function isHopeless({ text, brokenCount }: DecodedText): boolean {
  return brokenCount > FEW_BROKEN && brokenCount > text.length * HOPELESS_SHARE;
}

function isText({ text, brokenCount }: DecodedText): boolean {
  const few = Math.min(FEW_BROKEN, text.length * FEW_BROKEN_SHARE);
  return brokenCount <= Math.max(few, text.length * BROKEN_SHARE);
}

function isThai(text: string): boolean {
  const other = text.match(NOT_ASCII)?.length ?? 0;
  return (text.match(THAI)?.length ?? 0) >= other * THAI_SHARE;
}
