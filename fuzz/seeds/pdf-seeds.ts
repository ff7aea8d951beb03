import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { writePdf as writeScannedPdf } from "../../maker/write-pdf.ts";
import type { GrayImage } from "../../src/model/image.ts";
import { packageRoot } from "../../src/run/default-model-path.ts";
import { HEIGHT_PX, WIDTH_PX, drawPicture, packInk } from "./draw-picture.ts";
import type { Seed } from "./seed.ts";
import { updatePdf, writePackedPdf, writePdf, type PdfObject } from "./write-pdf.ts";

const DPI = 100;
const SIZE = `/Width ${WIDTH_PX}/Height ${HEIGHT_PX}`;
/** 500 x 300 px at 100 dpi, in points. */
const BOX = "0 0 360 216";
const PAINT = "q 360 0 0 216 0 0 cm /Im0 Do Q";
/** Catalog, page tree, page, content: what a picture's object comes after. */
const PICTURE_NUMBER = 5;

function image(entries: string, data: Uint8Array): PdfObject {
  return { entries: `/Type/XObject/Subtype/Image${SIZE}${entries}`, data };
}

/** One page that paints one picture, and perhaps objects that the picture refers to, from number 6. */
function picturePdf(picture: PdfObject, further: readonly PdfObject[] = [], pageEntries = ""): PdfObject[] {
  return [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[${BOX}]${pageEntries}/Contents 4 0 R/Resources<</XObject<</Im0 ${PICTURE_NUMBER} 0 R>>>>>>`,
    { entries: "", data: Buffer.from(PAINT) },
    picture,
    ...further,
  ];
}

const GRAY = "/ColorSpace/DeviceGray/BitsPerComponent 8";

/** PDFs as scanners, office programs and tools write them, each of a page or two. */
export async function pdfSeeds(): Promise<readonly Seed[]> {
  const picture = drawPicture();
  const raw = { width: WIDTH_PX, height: HEIGHT_PX, channels: 1 } as const;
  const jpeg = await sharp(picture.data, { raw }).toColourspace("b-w").jpeg({ quality: 60 }).toBuffer();
  const cmyk = await sharp(drawPicture(225).data, { raw })
    .toColourspace("cmyk")
    .jpeg({ quality: 60 })
    .toBuffer();
  const flate = image(`${GRAY}/Filter/FlateDecode`, deflateSync(picture.data));
  const opaque = image(
    `${GRAY}/Filter/FlateDecode`,
    deflateSync(new Uint8Array(picture.data.length).fill(255)),
  );
  const bits = packInk(picture);
  const fax = Buffer.from(await writeScannedPdf([picture], DPI, { kind: "bilevel" }));
  const twoPages = Buffer.from(await writeScannedPdf([picture, picture], DPI, { kind: "jpeg", quality: 60 }));
  const jpegPage = picturePdf(image(`${GRAY}/Filter/DCTDecode`, jpeg));
  const fixture = (name: string): Buffer => readFileSync(join(packageRoot(), "fixtures/raster", name));
  const made: readonly (readonly [name: string, bytes: Buffer])[] = [
    ["pdf-jpeg", writePdf(jpegPage)],
    [
      "pdf-cmyk-jpeg",
      writePdf(
        picturePdf(
          image("/ColorSpace/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]/BitsPerComponent 8/Filter/DCTDecode", cmyk),
        ),
      ),
    ],
    ["pdf-flate", writePdf(picturePdf(flate))],
    ["pdf-fax", fax],
    ["pdf-two-pages", twoPages],
    ["pdf-jbig2", writePdf(picturePdf(jbig2(fax)))],
    ["pdf-predictor", writePdf(picturePdf(predicted(picture)))],
    ["pdf-indexed", writePdf(picturePdf(indexed(bits)))],
    [
      "pdf-image-mask",
      writePdf(
        picturePdf(
          image("/ImageMask true/Decode[1 0]/BitsPerComponent 1/Filter/FlateDecode", deflateSync(bits)),
        ),
      ),
    ],
    [
      "pdf-soft-mask",
      writePdf(
        picturePdf(image(`${GRAY}/SMask 6 0 R/Filter/FlateDecode`, deflateSync(picture.data)), [opaque]),
      ),
    ],
    [
      "pdf-hex",
      writePdf(
        picturePdf(
          image(
            `${GRAY}/Filter[/ASCIIHexDecode/FlateDecode]`,
            Buffer.from(`${deflateSync(picture.data).toString("hex")}>`),
          ),
        ),
      ),
    ],
    ["pdf-rotated", writePdf(picturePdf(flate, [], "/Rotate 90/CropBox[10 10 350 206]"))],
    ["pdf-jpx", writePdf(jpxPage(fixture("wide-lossless.jp2")))],
    ["pdf-inline-image", writePdf(inlineImage(picture))],
    ["pdf-text", writePdf(textPage())],
    ["pdf-outline", writePdf(outlined())],
    ["pdf-form", writePdf(insideForm(flate))],
    ["pdf-packed", writePackedPdf(jpegPage)],
    ["pdf-updated", updatePdf(writePdf(jpegPage), 4, { entries: "", data: Buffer.from(`${PAINT} q Q`) }, 6)],
    [
      "pdf-broken-table",
      Buffer.from(
        writePdf(jpegPage)
          .toString("latin1")
          .replace(/startxref\n\d+/u, "startxref\n7"),
        "latin1",
      ),
    ],
    ["pdf-encrypted", fixture("encrypted-empty-password.pdf")],
    ["pdf-password", fixture("encrypted-with-password.pdf")],
  ];
  return made.map(([name, bytes]) => ({ name, kind: "pdf", fileName: ".pdf", bytes }));
}

/** Rows with the Up filter of PNG before they are deflated. */
function predicted({ data }: GrayImage): PdfObject {
  const rows = Buffer.alloc((WIDTH_PX + 1) * HEIGHT_PX);
  for (let y = 0; y < HEIGHT_PX; y += 1) {
    rows[y * (WIDTH_PX + 1)] = 2;
    for (let x = 0; x < WIDTH_PX; x += 1) {
      const above = y === 0 ? 0 : data[(y - 1) * WIDTH_PX + x]!;
      rows[y * (WIDTH_PX + 1) + 1 + x] = (data[y * WIDTH_PX + x]! - above) & 0xff;
    }
  }
  const parameters = `/DecodeParms<</Predictor 15/Colors 1/BitsPerComponent 8/Columns ${WIDTH_PX}>>`;
  return image(`${GRAY}${parameters}/Filter/FlateDecode`, deflateSync(rows));
}

function indexed(bits: Uint8Array): PdfObject {
  const entries = "/ColorSpace[/Indexed/DeviceRGB 1<fffff0000040>]/BitsPerComponent 1/Filter/FlateDecode";
  return image(entries, deflateSync(bits));
}

const INLINE = { scale: 4, widthPx: WIDTH_PX / 4, heightPx: HEIGHT_PX / 4 } as const;

/** The picture in a quarter of its size within the content. */
function inlineImage({ data }: GrayImage): PdfObject[] {
  const { scale, widthPx, heightPx } = INLINE;
  const small = Uint8Array.from(
    { length: widthPx * heightPx },
    (_, at) => data[Math.floor(at / widthPx) * scale * WIDTH_PX + (at % widthPx) * scale]!,
  );
  const hex = `${Buffer.from(small).toString("hex")}>`;
  const content = `q 360 0 0 216 0 0 cm BI /W ${widthPx} /H ${heightPx} /BPC 8 /CS /G /F /AHx ID ${hex} EI Q`;
  return [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[${BOX}]/Contents 4 0 R/Resources<<>>>>`,
    { entries: "", data: Buffer.from(content) },
  ];
}

/** Print and rules that are drawn, without a picture. */
function textPage(): PdfObject[] {
  const cells = [
    ["No", "Name", "Amount"],
    ["1", "Plan", "1,200"],
    ["2", "Work", "35.50"],
  ];
  const words = cells.flatMap((row, y) =>
    row.map((text, x) => `BT /F1 9 Tf ${20 + x * 55} ${75 - y * 22} Td (${text}) Tj ET`),
  );
  const across = [24, 46, 68, 90].map((y) => `15 ${y} m 180 ${y} l S`);
  const down = [15, 70, 125, 180].map((x) => `${x} 24 m ${x} 90 l S`);
  return [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 110]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    { entries: "", data: Buffer.from(["0.8 w", ...across, ...down, ...words].join("\n")) },
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
  ];
}

/** A text page with bookmarks, page labels and names, as word processors write them. */
function outlined(): PdfObject[] {
  const [, ...rest] = textPage();
  const catalog =
    "<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R/PageLabels<</Nums[0<</S/D/St 1>>]>>/Names<</Dests<</Names[(a)[3 0 R/Fit]]>>>>>>";
  return [
    catalog,
    ...rest,
    "<</Type/Outlines/First 7 0 R/Last 8 0 R/Count 2>>",
    "<</Title(One)/Parent 6 0 R/Next 8 0 R/Dest[3 0 R/Fit]>>",
    "<</Title(Two)/Parent 6 0 R/Prev 7 0 R/A<</S/GoTo/D(a)>>>>",
  ];
}

/** The picture within a form within a form. */
function insideForm(picture: PdfObject): PdfObject[] {
  const form = (inner: string): PdfObject => ({
    entries: `/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</In ${inner}>>>>`,
    data: Buffer.from("q /In Do Q"),
  });
  return [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[${BOX}]/Contents 4 0 R/Resources<</XObject<</Im0 6 0 R>>>>>>`,
    { entries: "", data: Buffer.from(PAINT) },
    picture,
    form("7 0 R"),
    form(`${PICTURE_NUMBER} 0 R`),
  ];
}

function jpxPage(data: Buffer): PdfObject[] {
  return [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 1512 28.8]/Contents 4 0 R/Resources<</XObject<</Im0 ${PICTURE_NUMBER} 0 R>>>>>>`,
    { entries: "", data: Buffer.from("q 1512 0 0 28.8 0 0 cm /Im0 Do Q") },
    { entries: "/Type/XObject/Subtype/Image/Width 2100/Height 40/Filter/JPXDecode", data },
  ];
}

/** Segment types of JBIG2 that a page of one region takes. */
const JBIG2 = { pageInformation: 48, immediateRegion: 38, usesGroup4: 1 } as const;

/** The picture as JBIG2 with one region in the code of group 4, taken from the PDF that holds it so. */
function jbig2(faxPdf: Buffer): PdfObject {
  const text = faxPdf.toString("latin1");
  const [, isInkOne, data = ""] =
    /\/BlackIs1 (true|false)[\s\S]*?stream\n([\s\S]*?)\nendstream/u.exec(text) ?? [];
  const uint32 = (...values: readonly number[]): Buffer => {
    const buffer = Buffer.alloc(values.length * 4);
    values.forEach((value, index) => buffer.writeUInt32BE(value, index * 4));
    return buffer;
  };
  const segment = (number: number, type: number, content: Buffer): Buffer =>
    Buffer.concat([uint32(number), Buffer.from([type, 0, 1]), uint32(content.length), content]);
  const page = Buffer.concat([uint32(WIDTH_PX, HEIGHT_PX, 0, 0), Buffer.from([0, 0, 0])]);
  const region = Buffer.concat([
    uint32(WIDTH_PX, HEIGHT_PX, 0, 0),
    Buffer.from([0, JBIG2.usesGroup4]),
    Buffer.from(data, "latin1"),
  ]);
  const decode = isInkOne === "true" ? "/Decode[1 0]" : "";
  return image(
    `/ColorSpace/DeviceGray/BitsPerComponent 1${decode}/Filter/JBIG2Decode`,
    Buffer.concat([segment(0, JBIG2.pageInformation, page), segment(1, JBIG2.immediateRegion, region)]),
  );
}
