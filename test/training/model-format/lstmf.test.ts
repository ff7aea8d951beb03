import { expect, it } from "vitest";
import { ByteReader } from "../../../training/model-format/byte-stream.ts";
import { decodeLstmf, encodeLstmf } from "../../../training/model-format/lstmf.ts";

it("lays out lines as tesseract's own lstm.train does", () => {
  const png = Uint8Array.of(137, 80, 78, 71);
  const file = new ByteReader(encodeLstmf([{ png, widthPx: 900, heightPx: 90, text: "ปี ๒๕๖๗" }]));
  // Read off a file that `tesseract X.png X --psm 13 lstm.train` of Tesseract 5.3 wrote.
  expect(file.uint32()).toBe(1);
  expect(file.uint8()).toBe(1);
  expect(file.string()).toBe("");
  expect(file.int32()).toBe(0);
  expect(Array.from(file.take(file.uint32()))).toEqual(Array.from(png));
  expect(file.string()).toBe("");
  expect(file.string()).toBe("ปี ๒๕๖๗");
  expect(file.uint32()).toBe(1);
  expect(Array.from(file.take(8))).toEqual([0, 0, 0, 0, 0x84, 3, 0x5a, 0]);
  expect(file.uint32()).toBe(1);
  expect(file.string()).toBe("ปี ๒๕๖๗");
  expect(file.uint8()).toBe(0);
  expect(file.rest()).toHaveLength(0);
});

it("reads back what it wrote", () => {
  const samples = [
    { png: Uint8Array.of(1, 2), widthPx: 700, heightPx: 48, text: "ครู" },
    { png: Uint8Array.of(3), widthPx: 20, heightPx: 300, text: "๔" },
  ];
  expect(decodeLstmf(encodeLstmf(samples))).toEqual(samples);
});
