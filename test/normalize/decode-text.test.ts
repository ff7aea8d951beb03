import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { makeRandom } from "../../maker/random.ts";
import { decodeText } from "../../src/normalize/decode-text.ts";

const TEXT = "ลำดับที่\tกิจกรรม\r\n๑\tจัดทำแผน ABC\r\n";

function utf16(text: string, isBigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

/** The Thai block of Unicode is that of TIS-620, moved. */
function tis620(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0)!;
      return code >= 0x0e01 ? code - 0x0e00 + 0xa0 : code;
    }),
  );
}

describe("decodeText", () => {
  it.each([
    ["utf-8", Buffer.from(TEXT)],
    ["utf-8", Buffer.from(`\ufeff${TEXT}`)],
    ["utf-16le", utf16(`\ufeff${TEXT}`, false)],
    ["utf-16be", utf16(`\ufeff${TEXT}`, true)],
    ["utf-16le", utf16(TEXT, false)],
    ["windows-874", tis620(TEXT)],
  ])("reads %s", (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: TEXT, encoding, brokenCount: 0 });
  });

  it("takes no picture, archive or noise for text", () => {
    const noise = Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 97 + index * index) % 256));
    expect(decodeText(noise)).toBeNull();
    expect(decodeText(Buffer.from("PK\u0003\u0004\u0000\u0000\u0008\u0000", "latin1"))).toBeNull();
    expect(decodeText(Buffer.from([0xff, 0xfe, 0x00, 0xd8]))).toBeNull();
    expect(decodeText(gzipSync(Buffer.from(TEXT.repeat(200))))).toBeNull();
    expect(decodeText(readFileSync(process.execPath).subarray(0, 100_000))).toBeNull();
    const scan = readFileSync(new URL("../../fixtures/phaising-2566/scan.pdf", import.meta.url));
    expect(decodeText(scan.subarray(50_000, 90_000))).toBeNull();
  });

  it.each([
    ["utf-8", Buffer.from(TEXT.repeat(20))],
    ["utf-16le", utf16(`\ufeff${TEXT.repeat(20)}`, false)],
    ["windows-874", tis620(TEXT.repeat(20))],
  ])("reads %s in which a few bytes were spoilt anywhere, and says how much of it", (encoding, bytes) => {
    const random = makeRandom("spoilt bytes");
    for (let round = 0; round < 200; round++) {
      const spoilt = Buffer.from(bytes);
      const count = 1 + random.integer(0, 3);
      // A byte order mark is no text; without it the encoding is guessed.
      for (let i = 0; i < count; i++) {
        spoilt[2 + random.integer(0, spoilt.length - 3)] = random.integer(0, 255);
      }
      const decoded = decodeText(spoilt);
      expect(decoded?.encoding).toBe(encoding);
      expect(decoded?.text.match(/\ufffd/gu)?.length ?? 0).toBe(decoded?.brokenCount);
    }
  });

  it("reads a text that was cut within a character", () => {
    expect(decodeText(Buffer.from("ลำดับที่ กิจกรรม").subarray(0, -1))).toMatchObject({
      text: "ลำดับที่ กิจกรร\ufffd",
      brokenCount: 1,
    });
    expect(decodeText(utf16(`\ufeff${TEXT}`, false).subarray(0, -1))?.brokenCount).toBe(1);
  });
});
