import { describe, expect, it } from "vitest";
import { ByteReader, ByteWriter } from "../../../training/model-format/byte-stream.ts";
import { toFloatComponent } from "../../../training/model-format/float-component.ts";

const SPEC = "[1,1,0,1O1c2]";
const TAIL = Uint8Array.of(7, 8, 9);

function writeHead(out: ByteWriter, kind: string, flags: number): void {
  out.uint8(0);
  out.string(kind);
  out.bytes(Uint8Array.of(1, 1));
  out.int32(flags);
  for (const count of [1, 2, 6]) out.int32(count);
  out.string("name");
}

/** A series of an input and one connected layer of two rows and three columns. */
function makeComponent(mode: number, trainingFlags: number, kind = "Softmax"): Uint8Array {
  const out = new ByteWriter();
  writeHead(out, "Series", 64);
  out.uint32(2);
  writeHead(out, "Input", 0);
  out.bytes(new Uint8Array(20));
  writeHead(out, kind, 0);
  out.uint8(mode);
  out.int32(2);
  out.int32(3);
  out.uint8(0);
  for (const weight of [1, -1, 127, -127, 0, 64]) out.uint8(weight & 255);
  // Scales are padded to the width of a vector register.
  out.uint32(4);
  for (const scale of [0.5, 0.25, 0, 0]) out.float64(scale);
  out.uint32(2);
  out.bytes(new Uint8Array(8).fill(3));
  out.string(SPEC);
  out.int32(trainingFlags);
  out.bytes(TAIL);
  return out.finish();
}

describe("toFloatComponent", () => {
  it("multiplies each weight with the scale of its row and drops the scales", () => {
    const converted = new ByteReader(toFloatComponent(makeComponent(129, 65)));
    const head = (): string => {
      converted.uint8();
      const kind = converted.string();
      converted.take(2 + 16);
      converted.string();
      return kind;
    };
    expect(head()).toBe("Series");
    expect(converted.uint32()).toBe(2);
    expect(head()).toBe("Input");
    converted.take(20);
    expect(head()).toBe("Softmax");
    expect(converted.uint8()).toBe(128);
    expect([converted.int32(), converted.int32(), converted.float64()]).toEqual([2, 3, 0]);
    const weights = Array.from({ length: 6 }, () => converted.float64());
    expect(weights).toEqual([0.5, -0.5, 63.5, -31.75, 0, 16]);
    expect(converted.uint32()).toBe(2);
    expect(Array.from(converted.take(8))).toEqual(Array(8).fill(3));
    expect(converted.string()).toBe(SPEC);
    expect(converted.int32()).toBe(64);
    expect(Array.from(converted.rest())).toEqual(Array.from(TAIL));
  });

  it("refuses what is float already, what it doesn't know and what is cut off", () => {
    expect(() => toFloatComponent(makeComponent(128, 65))).toThrow("float weights already");
    expect(() => toFloatComponent(makeComponent(129, 64))).toThrow("integer mode");
    expect(() => toFloatComponent(makeComponent(129, 65, "Capsule"))).toThrow("Capsule");
    expect(() => toFloatComponent(makeComponent(129, 65).subarray(0, 100))).toThrow("ends at 100");
  });
});
