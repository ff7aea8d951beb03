import { ByteReader, ByteWriter } from "./byte-stream.ts";

/** Bits of a weight matrix's mode byte (tesseract 5.3, src/lstm/weightmatrix.cpp). */
const INT8_WEIGHTS = 1;
const DOUBLE_FORMAT = 128;
/** Bit of the network flags that says that a rate for each layer follows (src/lstm/network.h). */
const LAYER_RATES = 64;
/** Bit of the recognizer's training flags (src/lstm/lstmrecognizer.h). */
const INTEGER_MODE = 1;

const CONTAINERS = new Set([
  "Series",
  "Parallel",
  "Replicated",
  "ParBidiLSTM",
  "ParUDLSTM",
  "Par2dLSTM",
  "RTLReversed",
  "TTBReversed",
  "XYTranspose",
]);
const FULLY_CONNECTED = new Set([
  "Logistic",
  "Posclip",
  "Symclip",
  "Tanh",
  "Relu",
  "Linear",
  "Softmax",
  "SoftmaxNoCTC",
]);
/** Parameters in bytes of the layers without weights: a static shape, a convolution's or a pool's two lengths. */
const PARAMETER_BYTES: Readonly<Record<string, number>> = { Input: 20, Convolve: 8, Maxpool: 8, Reconfig: 8 };

class ComponentConverter {
  readonly #in: ByteReader;
  readonly #out = new ByteWriter();

  constructor(bytes: Uint8Array) {
    this.#in = new ByteReader(bytes);
  }

  #copyBytes(count: number): void {
    this.#out.bytes(this.#in.take(count));
  }

  #copyInt32(): number {
    const value = this.#in.int32();
    this.#out.int32(value);
    return value;
  }

  #copyString(): string {
    const text = this.#in.string();
    this.#out.string(text);
    return text;
  }

  /** `int8 × scale of the row`: exactly the value that the integer network computes with. */
  #convertWeights(): void {
    const mode = this.#in.uint8();
    if ((mode & DOUBLE_FORMAT) === 0)
      throw new Error("a weight matrix of the format before 4.0 can't be read");
    if ((mode & INT8_WEIGHTS) === 0) throw new Error("the component holds float weights already");
    const rows = this.#in.int32();
    const columns = this.#in.int32();
    this.#in.take(1);
    const weights = this.#in.take(rows * columns);
    const scaleCount = this.#in.uint32();
    if (scaleCount < rows) throw new Error(`${rows} rows of weights, but ${scaleCount} scales`);
    const scales = Array.from({ length: scaleCount }, () => this.#in.float64());

    this.#out.uint8(mode & ~INT8_WEIGHTS);
    this.#out.int32(rows);
    this.#out.int32(columns);
    this.#out.float64(0);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const byte = weights[row * columns + column]!;
        this.#out.float64((byte > 127 ? byte - 256 : byte) * scales[row]!);
      }
    }
  }

  #convertNetwork(): void {
    this.#copyBytes(1);
    const kind = this.#copyString();
    this.#copyBytes(2);
    const flags = this.#copyInt32();
    this.#copyBytes(12);
    this.#copyString();
    const parameterBytes = PARAMETER_BYTES[kind];
    if (CONTAINERS.has(kind)) {
      const children = this.#copyInt32();
      for (let child = 0; child < children; child += 1) this.#convertNetwork();
      if ((flags & LAYER_RATES) !== 0) this.#copyBytes(4 * this.#copyInt32());
    } else if (parameterBytes !== undefined) {
      this.#copyBytes(parameterBytes);
    } else if (FULLY_CONNECTED.has(kind)) {
      this.#convertWeights();
    } else if (kind === "LSTM" || kind === "SummLSTM") {
      this.#copyBytes(4);
      for (let gate = 0; gate < 4; gate += 1) this.#convertWeights();
    } else {
      throw new Error(`a layer of kind ${kind} can't be converted`);
    }
  }

  convert(): Uint8Array {
    this.#convertNetwork();
    this.#copyString();
    const trainingFlags = this.#in.int32();
    if ((trainingFlags & INTEGER_MODE) === 0) throw new Error("the component isn't in integer mode");
    this.#out.int32(trainingFlags & ~INTEGER_MODE);
    this.#out.bytes(this.#in.rest());
    return this.#out.finish();
  }
}

/**
 * Turns the `lstm` component of an integer traineddata into a float one, from which `lstmtraining` continues (it
 * refuses integer models, and no registry offers float ones). The float network computes what the integer one does,
 * up to rounding. Layout: tesseract 5.3, src/lstm/{lstmrecognizer,network,plumbing,fullyconnected,lstm,weightmatrix}.cpp.
 *
 * @throws where the bytes are no integer component of a kind that is known here
 */
export function toFloatComponent(integerComponent: Uint8Array): Uint8Array {
  return new ComponentConverter(integerComponent).convert();
}
