/** Reads little-endian values from front to back; throws where the bytes end early. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get position(): number {
    return this.#position;
  }

  take(count: number): Uint8Array {
    const end = this.#position + count;
    if (end > this.#bytes.length) throw new Error(`the file ends at ${this.#bytes.length}, wanted ${end}`);
    const taken = this.#bytes.subarray(this.#position, end);
    this.#position = end;
    return taken;
  }

  rest(): Uint8Array {
    return this.take(this.#bytes.length - this.#position);
  }

  uint8(): number {
    return this.take(1)[0]!;
  }

  int16(): number {
    const at = this.#position;
    this.take(2);
    return this.#view.getInt16(at, true);
  }

  int32(): number {
    const at = this.#position;
    this.take(4);
    return this.#view.getInt32(at, true);
  }

  uint32(): number {
    const at = this.#position;
    this.take(4);
    return this.#view.getUint32(at, true);
  }

  float64(): number {
    const at = this.#position;
    this.take(8);
    return this.#view.getFloat64(at, true);
  }

  /** A byte string with its length in front. */
  string(): string {
    return Buffer.from(this.take(this.uint32())).toString("utf8");
  }
}

/** Collects little-endian values; grows as needed. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  #reserve(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }

  bytes(bytes: Uint8Array): void {
    const at = this.#reserve(bytes.length);
    this.#bytes.set(bytes, at);
  }

  uint8(value: number): void {
    const at = this.#reserve(1);
    this.#view.setUint8(at, value);
  }

  int16(value: number): void {
    const at = this.#reserve(2);
    this.#view.setInt16(at, value, true);
  }

  int32(value: number): void {
    const at = this.#reserve(4);
    this.#view.setInt32(at, value, true);
  }

  uint32(value: number): void {
    const at = this.#reserve(4);
    this.#view.setUint32(at, value, true);
  }

  float64(value: number): void {
    const at = this.#reserve(8);
    this.#view.setFloat64(at, value, true);
  }

  /** A byte string with its length in front. */
  string(text: string): void {
    const bytes = Buffer.from(text, "utf8");
    this.uint32(bytes.length);
    this.bytes(bytes);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}
