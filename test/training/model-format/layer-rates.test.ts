import { expect, it } from "vitest";
import { ByteWriter } from "../../../training/model-format/byte-stream.ts";
import { readLayerRates, setLayerRates } from "../../../training/model-format/layer-rates.ts";

function makeComponent(rates: readonly number[]): Uint8Array {
  const out = new ByteWriter();
  out.float64(0.25);
  out.uint32(rates.length);
  for (const rate of rates) {
    const bytes = Buffer.alloc(4);
    bytes.writeFloatLE(rate);
    out.bytes(bytes);
  }
  out.string("[1,48,0,1Ct3,3,16O1c1]");
  out.int32(64);
  return out.finish();
}

it("changes the rates and nothing else", () => {
  const before = makeComponent([0.5, 0.25, 0.125]);
  const after = setLayerRates(before, [1, 2, 4]);
  expect(readLayerRates(before)).toEqual([0.5, 0.25, 0.125]);
  expect(readLayerRates(after)).toEqual([1, 2, 4]);
  expect(Array.from(after)).toEqual(Array.from(makeComponent([1, 2, 4])));
});

it("refuses rates for another number of layers, and bytes without rates", () => {
  expect(() => setLayerRates(makeComponent([0.5]), [1, 2])).toThrow("2 rates for 1 layers");
  expect(() => readLayerRates(new Uint8Array(40))).toThrow("no network spec");
});
