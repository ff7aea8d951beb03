import { describe, expect, it } from "vitest";
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
    expect(decodeText(bytes)).toEqual({ text: TEXT, encoding });
  });

  it("takes no picture, archive or noise for text", () => {
    const noise = Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 97 + index * index) % 256));
    expect(decodeText(noise)).toBeNull();
    expect(decodeText(Buffer.from("PK\u0003\u0004\u0000\u0000\u0008\u0000", "latin1"))).toBeNull();
    expect(decodeText(Buffer.from([0xff, 0xfe, 0x00, 0xd8]))).toBeNull();
  });
});
