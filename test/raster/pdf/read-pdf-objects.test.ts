import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";

import { readPdfObjects } from "../../../src/raster/pdf/read-pdf-objects.ts";

function objectsOf(body: string): ReturnType<typeof readPdfObjects> {
  return readPdfObjects(Buffer.from(`%PDF-1.7\n%\u00fa\u00de\n${body}startxref\n9\n%%EOF\n`, "latin1"));
}

test("values of every kind are read", () => {
  const values = "[1 -2.5 .5 true false null /Name 12 0 R 3 0 (a (nested\\)) string) [] <</A [/B]/C 4 0 R>>]";
  expect(objectsOf(`7 0 obj\n${values}\nendobj\n`).get(7)?.value).toEqual([
    1,
    -2.5,
    0.5,
    true,
    false,
    null,
    "/Name",
    { objectNumber: 12 },
    3,
    0,
    null,
    [],
    new Map<string, unknown>([
      ["A", ["/B"]],
      ["C", { objectNumber: 4 }],
    ]),
  ]);
});

test("a stream is taken by its length, whatever stands in it", () => {
  const data = "1 0 obj endstream endobj >> stream\n";
  const objects = objectsOf(
    `1 0 obj\n<< /Length ${data.length}>> stream\n${data}\nendstream\nendobj\n2 0 obj\n5\nendobj\n`,
  );
  expect(Buffer.from(objects.get(1)?.stream ?? []).toString("latin1")).toBe(data);
  expect([...objects.keys()]).toEqual([1, 2]);
});

test.each([
  ["plain", "", (bytes: Buffer) => bytes],
  ["deflated", "/Filter /FlateDecode ", deflateSync],
])("objects in a %s object stream are unpacked", (_, filter, pack) => {
  const body = "11 0\n12 7\n<</A 1>>\n[12 0 R]";
  const first = body.indexOf("<<");
  const data = pack(Buffer.from(body.replace("12 7", "12 9"))).toString("latin1");
  const dictionary = `<< /Type /ObjStm /N 2 /First ${first} ${filter}/Length ${data.length}>>`;
  const objects = objectsOf(`3 0 obj\n${dictionary} stream\n${data}\nendstream\nendobj\n`);
  expect(objects.get(11)?.value).toEqual(new Map([["A", 1]]));
  expect(objects.get(12)?.value).toEqual([{ objectNumber: 12 }]);
});

describe("what is not of this form is refused", () => {
  test.each(["1 0 obj\n<< /A (open endobj", "1 0 obj\n<< /A ] >>\nendobj\n", "1 0 obj\n[1 2"])(
    "%s",
    (body) => {
      expect(() => objectsOf(body)).toThrow(Error);
    },
  );
});
