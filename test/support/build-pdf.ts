/** An image object of a made PDF; `dictionary` holds all entries but type and length. */
export interface MadeImage {
  readonly dictionary: string;
  readonly data: Uint8Array;
}

export interface MadePage {
  readonly content: string;
  /** Default 100 x 100 points. */
  readonly mediaBox?: string;
  /** More entries of the page, e.g. `/Rotate 90`. */
  readonly entries?: string;
  /** By the name under which the content paints it. */
  readonly images?: Readonly<Record<string, MadeImage>>;
  /** Instead of the images and the font F1. */
  readonly resources?: string;
}

/** Further objects that pages may refer to: the first has number 3, the next 4 and so on. */
export type MadeObject = string | { readonly dictionary: string; readonly data: Uint8Array };

/** A PDF file, written plainly: for tests of what readers have to cope with. */
export function buildPdf(
  pages: readonly MadePage[],
  extraObjects: readonly MadeObject[] = [],
  catalogEntries = "",
): Buffer {
  const objects: Buffer[] = [];
  const add = (body: Buffer): number => objects.push(body);
  const reserved = 2 + extraObjects.length;
  const pageNumbers = pages.map((_, index) => reserved + 1 + index);
  add(text(`<</Type/Catalog/Pages 2 0 R${catalogEntries}>>`));
  const kids = pageNumbers.map((number) => `${number} 0 R`).join(" ");
  add(text(`<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`));
  for (const object of extraObjects) {
    add(typeof object === "string" ? text(object) : stream(object.dictionary, object.data));
  }
  const streams: Buffer[] = [];
  const addStream = (body: Buffer): number => reserved + pages.length + streams.push(body);
  for (const page of pages) {
    const images = Object.entries(page.images ?? {}).map(([name, { dictionary, data }]) => {
      const number = addStream(stream(`/Type/XObject/Subtype/Image${dictionary}`, data));
      return `/${name} ${number} 0 R`;
    });
    const content = addStream(stream("", Buffer.from(page.content, "latin1")));
    const resources =
      page.resources ??
      `<</XObject<<${images.join("")}>>/Font<</F1 <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>`;
    const mediaBox = `/MediaBox[${page.mediaBox ?? "0 0 100 100"}]`;
    add(
      text(
        `<</Type/Page/Parent 2 0 R${mediaBox}${page.entries ?? ""}/Resources ${resources}/Contents ${content} 0 R>>`,
      ),
    );
  }
  objects.push(...streams);
  return assemble(objects);
}

function assemble(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [text("%PDF-1.7\n%\u00e2\u00e3\n")];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  objects.forEach((body, index) => {
    offsets.push(length);
    const part = Buffer.concat([text(`${index + 1} 0 obj\n`), body, text("\nendobj\n")]);
    parts.push(part);
    length += part.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  parts.push(
    text(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join("")}`),
    text(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

function stream(dictionary: string, data: Uint8Array): Buffer {
  return Buffer.concat([
    text(`<<${dictionary}/Length ${data.length}>>\nstream\n`),
    data,
    text("\nendstream"),
  ]);
}

function text(value: string): Buffer {
  return Buffer.from(value, "latin1");
}
