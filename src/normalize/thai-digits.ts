import { z } from "zod";
import { DIGITS } from "./thai-characters.ts";

const THAI_ZERO = 0x0e50;
const WESTERN_ZERO = 0x30;
const ANY_DIGIT = new RegExp(`[${DIGITS}]`, "u");

/** `๒๕๖๖` to `2566`; everything else stays. */
export function toWesternDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - THAI_ZERO + WESTERN_ZERO),
  );
}

/** `2566` to `๒๕๖๖`; everything else stays. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - WESTERN_ZERO + THAI_ZERO),
  );
}

/** Whether there is a Thai or Western digit in `text`. */
export function hasDigits(text: string): boolean {
  return ANY_DIGIT.test(text);
}

/** How many Thai digits there are in `text`. */
export function thaiDigitCount(text: string): number {
  return text.match(/[๐-๙]/g)?.length ?? 0;
}

/** A run of Thai digits as a run of Western ones, and back. */
export const thaiDigitsCodec = z.codec(z.string().regex(/^[๐-๙]+$/), z.string().regex(/^[0-9]+$/), {
  decode: toWesternDigits,
  encode: toThaiDigits,
});
