import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

import { openSource } from "../../src/raster/open-source.ts";
import { buildPdf } from "../support/build-pdf.ts";
import { grayImage, withFile, withSource } from "../support/made-page.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/raster");
const PDF = buildPdf([{ content: "100 0 0 100 0 0 cm /Im Do", images: { Im: grayImage(50, 50) } }]);

test("tells a file by name, hash and number of pages", async () => {
  await withSource(PDF, async (source) => {
    const sha256 = createHash("sha256").update(PDF).digest("hex");
    expect(source).toMatchObject({ fileName: "made.pdf", sha256, pageCount: 1, remarks: [] });
  });
});

test.each([
  ["that does not exist", join(tmpdir(), "no-such-file.pdf"), "file-not-found"],
  ["that is a folder", tmpdir(), "not-a-file"],
  ["with a password", join(FIXTURES, "encrypted-with-password.pdf"), "file-encrypted"],
])("refuses a file %s", async (_, path, code) => {
  await expect(openSource(path)).rejects.toMatchObject({ name: "InputError", code });
});

test.each([
  ["without content", Buffer.alloc(0), "file-empty"],
  ["of another kind", Buffer.from("PK\u0003\u0004 and so on"), "file-type-unknown"],
  ["cut off", PDF.subarray(0, 600), "file-damaged"],
  ["with a header only", Buffer.from("%PDF-1.7\nnothing else"), "file-damaged"],
  ["of a broken image", Buffer.from("89504e470d0a1a0a00", "hex"), "file-damaged"],
  ["without pages", buildPdf([]), "file-without-pages"],
])("refuses a file %s", async (_, bytes, code) => {
  await withFile(bytes, async (path) => {
    await expect(openSource(path)).rejects.toMatchObject({
      name: "InputError",
      code,
      message: expect.stringMatching(/^made\.pdf .+\. [A-Z].+\.$/),
    });
  });
});

test("says what a foreign file looks like", async () => {
  await withFile(Buffer.from("<!doctype html>"), async (path) => {
    await expect(openSource(path)).rejects.toThrow("an HTML or XML document");
  });
});

test.each([
  ["whose table of objects is wrong", PDF.toString("latin1").replace(/startxref\n\d+/, "startxref\n17")],
  ["whose table of objects is missing", PDF.toString("latin1").replace(/xref\n[^]*(?=trailer)/, "")],
])("recovers a PDF %s, with a remark and in silence", async (_, text) => {
  const print = vi.spyOn(console, "warn").mockReturnValue(undefined);
  await withSource(Buffer.from(text, "latin1"), async (source) => {
    expect(source.remarks).toMatchObject([{ code: "file-recovered", severity: "warning" }]);
    expect((await source.readPage(1)).gray.widthPx).toBe(50);
  });
  expect(print).not.toHaveBeenCalled();
});

test("reads a PDF that is encrypted with an empty password like one that is not", async () => {
  const [encrypted, plain] = await Promise.all(
    ["encrypted-empty-password.pdf", "unencrypted.pdf"].map((name) =>
      withSource(readFileSync(join(FIXTURES, name)), async (source) => {
        expect(source.pageCount).toBe(2);
        return [await source.readPage(1), await source.readPage(2)];
      }),
    ),
  );
  expect(plain?.map(({ origin, gray }) => [origin, gray.widthPx, gray.heightPx])).toEqual([
    ["stored-image", 64, 48],
    ["stored-image", 40, 30],
  ]);
  expect(encrypted).toEqual(plain);
});

test.each([0, 2, 1.5])("has no page %d", async (pageNumber) => {
  await withSource(PDF, async (source) => {
    const reading = source.readPage(pageNumber);
    await expect(reading).rejects.toMatchObject({ name: "PageError", code: "no-such-page", pageNumber });
  });
});
