const SPEC_START = Buffer.from("[1,");

function findRates(component: Buffer): { offset: number; count: number } {
  const spec = component.lastIndexOf(SPEC_START);
  if (spec < 4) throw new Error("the component holds no network spec");
  // The rates stand in front of the spec's length, their number in front of them.
  for (let count = 1; count <= 16; count += 1) {
    const offset = spec - 4 - 4 * count;
    if (offset >= 4 && component.readInt32LE(offset - 4) === count) return { offset, count };
  }
  throw new Error("the component holds no learning rates by layer");
}

/** The learning rate of each layer, from the input to the output. */
export function readLayerRates(component: Uint8Array): number[] {
  const bytes = Buffer.from(component.buffer, component.byteOffset, component.byteLength);
  const { offset, count } = findRates(bytes);
  return Array.from({ length: count }, (_, index) => bytes.readFloatLE(offset + 4 * index));
}

/**
 * A copy of a float component with other learning rates. `lstmtraining` goes on with the rates it finds here; its own
 * option knows one rate for all layers, which is too little for characters that are new to the output layer or too much
 * for what the layers below know already.
 */
export function setLayerRates(component: Uint8Array, rates: readonly number[]): Uint8Array {
  const bytes = Buffer.from(component);
  const { offset, count } = findRates(bytes);
  if (rates.length !== count) throw new Error(`${rates.length} rates for ${count} layers`);
  for (const [index, rate] of rates.entries()) bytes.writeFloatLE(rate, offset + 4 * index);
  return bytes;
}
