import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { lstmCharacters, readTraineddata } from "../../src/ocr/read-traineddata.ts";
import { STOCK_MODEL } from "../support/stock-model.ts";

describe("readTraineddata", () => {
  it("says that the stock model does not know all Thai digits", async () => {
    const { info } = await readTraineddata(STOCK_MODEL);
    expect(info.knowsThaiDigits).toBe(false);
    expect(info.name).toMatch(/^tha\.traineddata@[0-9a-f]{12}$/);
  });

  it("gives a gzipped model and the same model unpacked one name", async () => {
    const folder = await mkdtemp(join(tmpdir(), "raingan-"));
    const unpacked = join(folder, "tha.traineddata");
    await writeFile(unpacked, gunzipSync(await readFile(STOCK_MODEL)));
    expect((await readTraineddata(unpacked)).info).toEqual((await readTraineddata(STOCK_MODEL)).info);
  });

  it("refuses a file that is no model, naming it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "raingan-"));
    const file = join(folder, "letter.traineddata");
    await writeFile(file, "Dear Sir or Madam, ".repeat(20));
    await expect(readTraineddata(file)).rejects.toThrow(/letter\.traineddata is not a Tesseract LSTM model/);
  });
});

describe("lstmCharacters", () => {
  it("lists the stock model's five Thai digits and no other", async () => {
    const characters = lstmCharacters(gunzipSync(await readFile(STOCK_MODEL)));
    expect(Array.from("๐๑๒๓๔๕๖๗๘๙").filter((digit) => characters?.has(digit))).toEqual([
      "๐",
      "๑",
      "๒",
      "๓",
      "๕",
    ]);
  });

  it("finds none in an empty or cut file", () => {
    expect(lstmCharacters(new Uint8Array(0))).toBeNull();
    expect(lstmCharacters(new Uint8Array([24, 0, 0, 0, 1, 2]))).toBeNull();
  });
});
