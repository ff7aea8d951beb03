import { expect, it } from "vitest";
import { describeForeignFile } from "../../src/raster/describe-foreign-file.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");

it.each([
  ["a HEIC image of a phone", bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")],
  ["an AVIF image", bytes("\0\0\0\u001cftypavif")],
  ["a video or sound", bytes("\0\0\0\u0018ftypisom")],
  ["a Word document", bytes(`PK\u0003\u0004${"x".repeat(200_000)}word/document.xml`)],
  ["an Excel workbook", bytes("PK\u0003\u0004 [Content_Types].xml xl/workbook.xml")],
  ["a ZIP archive", bytes("PK\u0003\u0004 scans/a.pdf")],
  ["a RAR archive", bytes("Rar!\u001a\u0007")],
  ["a WebP image", bytes("RIFF\0\0\0\0WEBPVP8 ")],
  ["a sound or video", bytes("RIFF\0\0\0\0AVI LIST")],
  ["a Windows program", bytes("MZ\u0090\0")],
  ["data (JSON), such as a result of this program", bytes('{ "documents": [] }')],
  ["something else", bytes("\u0001\u0002\u0003")],
])("says that it is %s, and what to do", (what, head) => {
  const found = describeForeignFile(head);
  expect(found.what).toBe(what);
  expect(found.advice).toMatch(/^[A-Z].+\.$/u);
});
