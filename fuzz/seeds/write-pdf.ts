import { deflateSync } from "node:zlib";

/** An object of a PDF: its value, or a stream with the entries of its dictionary. */
export type PdfObject = string | { readonly entries: string; readonly data: Uint8Array };

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const HEADER = latin1("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");

function objectBytes(number: number, object: PdfObject): Buffer {
  const body =
    typeof object === "string"
      ? latin1(object)
      : Buffer.concat([
          latin1(`<<${object.entries}/Length ${object.data.length}>>\nstream\n`),
          object.data,
          latin1("\nendstream"),
        ]);
  return Buffer.concat([latin1(`${number} 0 obj\n`), body, latin1("\nendobj\n")]);
}

function offsetRow(offset: number): string {
  return `${String(offset).padStart(10, "0")} 00000 n \n`;
}

/** A PDF of these objects, numbered from 1; the first is the catalog. The table of places comes last. */
export function writePdf(objects: readonly PdfObject[]): Buffer {
  const parts: Buffer[] = [HEADER];
  const offsets: number[] = [];
  let length = HEADER.length;
  objects.forEach((object, index) => {
    offsets.push(length);
    const bytes = objectBytes(index + 1, object);
    parts.push(bytes);
    length += bytes.length;
  });
  const size = objects.length + 1;
  parts.push(
    latin1(`xref\n0 ${size}\n0000000000 65535 f \n${offsets.map(offsetRow).join("")}`),
    latin1(`trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

/** The same file with one object replaced in an update at its end, as programs save changes. */
export function updatePdf(pdf: Buffer, number: number, object: PdfObject, size: number): Buffer {
  const previous = Number(/startxref\s+(\d+)/u.exec(pdf.toString("latin1"))?.[1] ?? 0);
  const bytes = objectBytes(number, object);
  const place = pdf.length + bytes.length;
  return Buffer.concat([
    pdf,
    bytes,
    latin1(`xref\n0 1\n0000000000 65535 f \n${number} 1\n${offsetRow(pdf.length)}`),
    latin1(`trailer\n<</Size ${size}/Root 1 0 R/Prev ${previous}>>\nstartxref\n${place}\n%%EOF\n`),
  ]);
}

/** The same objects with the plain ones packed in an object stream and the places in a stream, as newer programs write. */
export function writePackedPdf(objects: readonly PdfObject[]): Buffer {
  const plain = objects.flatMap((object, index) =>
    typeof object === "string" ? [{ number: index + 1, object }] : [],
  );
  const packNumber = objects.length + 1;
  const tableNumber = objects.length + 2;
  let at = 0;
  const heads: string[] = [];
  for (const { number, object } of plain) {
    heads.push(`${number} ${at}`);
    at += object.length + 1;
  }
  const head = `${heads.join(" ")}\n`;
  const pack = deflateSync(latin1(head + plain.map(({ object }) => `${object}\n`).join("")));
  const parts: Buffer[] = [HEADER];
  let length = HEADER.length;
  const rows: [type: number, place: number, index: number][] = [[0, 0, 0]];
  const push = (number: number, object: PdfObject): void => {
    rows[number] = [1, length, 0];
    const bytes = objectBytes(number, object);
    parts.push(bytes);
    length += bytes.length;
  };
  objects.forEach((object, index) => {
    if (typeof object !== "string") push(index + 1, object);
  });
  plain.forEach(({ number }, index) => (rows[number] = [2, packNumber, index]));
  push(packNumber, {
    entries: `/Type/ObjStm/N ${plain.length}/First ${head.length}/Filter/FlateDecode`,
    data: pack,
  });
  const start = length;
  rows[tableNumber] = [1, start, 0];
  const table = Buffer.concat(
    rows.map(([type, place, index]) =>
      Buffer.from([type, place >> 16, (place >> 8) & 0xff, place & 0xff, index]),
    ),
  );
  push(tableNumber, {
    entries: `/Type/XRef/Size ${tableNumber + 1}/W[1 3 1]/Root 1 0 R/Filter/FlateDecode`,
    data: deflateSync(table),
  });
  parts.push(latin1(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}
