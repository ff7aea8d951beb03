import { inflateSync } from "node:zlib";

/** A value of the PDF object language. Names keep their slash; strings are not needed here and read as null. */
export type PdfValue =
  | null
  | boolean
  | number
  | `/${string}`
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary;

export interface PdfReference {
  readonly objectNumber: number;
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export interface PdfObject {
  readonly value: PdfValue;
  /** The bytes as stored, filters not yet undone; null for anything but a stream. */
  readonly stream: Uint8Array | null;
}

/**
 * The objects of a PDF file as pdf.js itself writes it: one after the other, every stream with its length in
 * its dictionary, other objects possibly in object streams, not encrypted.
 *
 * @throws Error where the bytes are not of that form; this is no reader for PDF files from elsewhere.
 */
export function readPdfObjects(bytes: Uint8Array): Map<number, PdfObject> {
  const reader = new ObjectReader(bytes);
  const objects = new Map<number, PdfObject>();
  reader.skipPast("\n");
  reader.skipPast("\n");
  while (reader.peekIsDigit()) {
    const objectNumber = reader.readNumber();
    reader.skipPast("obj");
    const value = reader.readValue();
    const stream = reader.readStream(value);
    reader.skipPast("endobj");
    reader.skipSpace();
    objects.set(objectNumber, { value, stream });
    if (stream && value instanceof Map && value.get("Type") === "/ObjStm") {
      unpackObjectStream(value, stream, objects);
    }
  }
  return objects;
}

function unpackObjectStream(
  dictionary: PdfDictionary,
  stream: Uint8Array,
  objects: Map<number, PdfObject>,
): void {
  const body = dictionary.get("Filter") === "/FlateDecode" ? inflateSync(stream) : stream;
  const count = dictionary.get("N");
  const first = dictionary.get("First");
  if (typeof count !== "number" || typeof first !== "number")
    throw new Error("object stream without N, First");
  const index = new ObjectReader(body);
  for (let entry = 0; entry < count; entry++) {
    const objectNumber = index.readNumber();
    const offset = index.readNumber();
    const value = new ObjectReader(body.subarray(first + offset)).readValue();
    objects.set(objectNumber, { value, stream: null });
  }
}

const SPACE = /\s/;
const DELIMITER = /[\s/[\]<>()]/;

class ObjectReader {
  readonly #bytes: Buffer;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  skipPast(word: string): void {
    const found = this.#bytes.indexOf(word, this.#position);
    if (found < 0) throw new Error(`"${word}" expected`);
    this.#position = found + word.length;
  }

  skipSpace(): void {
    while (SPACE.test(this.#peek())) this.#position++;
  }

  peekIsDigit(): boolean {
    return /\d/.test(this.#peek());
  }

  readNumber(): number {
    const number = this.readValue();
    if (typeof number !== "number") throw new Error("number expected");
    return number;
  }

  readStream(value: PdfValue): Uint8Array | null {
    this.skipSpace();
    if (!(value instanceof Map) || this.#peek() !== "s") return null;
    const length: PdfValue = value.get("Length");
    if (typeof length !== "number") throw new Error("stream without length");
    this.skipPast("stream\n");
    const start = this.#position;
    this.#position += length;
    return this.#bytes.subarray(start, this.#position);
  }

  readValue(): PdfValue {
    this.skipSpace();
    const start = this.#peek();
    if (start === "[") return this.#readArray();
    if (start === "(") return this.#skipString();
    if (start === "/") {
      this.#position++;
      return `/${this.#readWord()}`;
    }
    if (start === "<") return this.#readDictionary();
    const word = this.#readWord();
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    const number = Number(word);
    if (word === "" || Number.isNaN(number)) throw new Error(`value expected, "${word}" found`);
    return this.#readReference(number) ?? number;
  }

  /** `12 0 R` begins like the number 12. */
  #readReference(objectNumber: number): PdfReference | null {
    const rest = /^ \d+ R(?=[\s/\]>]|$)/.exec(
      this.#bytes.toString("latin1", this.#position, this.#position + 12),
    );
    if (!rest) return null;
    this.#position += rest[0].length;
    return { objectNumber };
  }

  #readArray(): PdfValue[] {
    this.#position++;
    const values: PdfValue[] = [];
    for (this.skipSpace(); this.#peek() !== "]"; this.skipSpace()) values.push(this.readValue());
    this.#position++;
    return values;
  }

  #readDictionary(): PdfDictionary {
    this.#position += 2;
    const entries = new Map<string, PdfValue>();
    for (this.skipSpace(); this.#peek() === "/"; this.skipSpace()) {
      this.#position++;
      const key = this.#readWord();
      entries.set(key, this.readValue());
    }
    if (this.#peek() !== ">") throw new Error("end of dictionary expected");
    this.#position += 2;
    return entries;
  }

  #readWord(): string {
    const start = this.#position;
    while (this.#position < this.#bytes.length && !DELIMITER.test(this.#peek())) this.#position++;
    return this.#bytes.toString("latin1", start, this.#position);
  }

  #skipString(): null {
    let depth = 0;
    do {
      const character = this.#peek();
      if (character === "") throw new Error("end of string expected");
      if (character === "\\") this.#position++;
      if (character === "(") depth++;
      if (character === ")") depth--;
      this.#position++;
    } while (depth > 0);
    return null;
  }

  #peek(): string {
    const code = this.#bytes[this.#position];
    return code === undefined ? "" : String.fromCharCode(code);
  }
}
