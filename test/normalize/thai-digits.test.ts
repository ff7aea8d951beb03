import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  hasDigits,
  thaiDigitCount,
  thaiDigitsCodec,
  toThaiDigits,
  toWesternDigits,
} from "../../src/normalize/thai-digits.ts";

test("digits change, everything else stays", () => {
  expect(toWesternDigits("๐๑๒๓๔๕๖๗๘๙ พ.ย.65")).toBe("0123456789 พ.ย.65");
  expect(toThaiDigits("0123456789 พ.ย.๖๕")).toBe("๐๑๒๓๔๕๖๗๘๙ พ.ย.๖๕");
});

test("counts Thai digits and sees both kinds", () => {
  expect(thaiDigitCount("๒๘ พ.ย.65")).toBe(2);
  expect(thaiDigitCount("28")).toBe(0);
  expect(hasDigits("ฉบับที่ ๓")).toBe(true);
  expect(hasDigits("ฉบับที่ 3")).toBe(true);
  expect(hasDigits("ฉบับที่")).toBe(false);
});

test("Western digits to Thai and back are the same", () => {
  const digits = fc.string({ unit: fc.constantFrom(...Array.from("0123456789")), minLength: 1 });
  fc.assert(
    fc.property(digits, (western) => {
      const thai = thaiDigitsCodec.encode(western);
      expect(thaiDigitCount(thai)).toBe(western.length);
      expect(thaiDigitsCodec.decode(thai)).toBe(western);
    }),
  );
});

test("the codec takes digits of its own kind only", () => {
  expect(thaiDigitsCodec.safeDecode("2566").success).toBe(false);
  expect(thaiDigitsCodec.safeEncode("๒๕๖๖").success).toBe(false);
});
