import sharp, { type Sharp } from "sharp";
import type { GrayImage } from "../../src/model/image.ts";
import { drawPicture, packInk } from "./draw-picture.ts";
import type { Seed } from "./seed.ts";
import { plainTags, writeTiff } from "./write-tiff.ts";

function sharpOf({ widthPx, heightPx, data }: GrayImage): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } });
}

/** Pictures in the forms that scanners, cameras and offices store them in. */
export async function imageSeeds(): Promise<readonly Seed[]> {
  const picture = drawPicture();
  const shaded = drawPicture(225);
  const gray = (): Sharp => sharpOf(picture).toColourspace("b-w");
  const color = (): Sharp => sharpOf(shaded).toColourspace("srgb");
  const { widthPx, heightPx } = picture;
  const bits = packInk(picture);
  const bilevel = { data: bits, tags: plainTags(widthPx, heightPx, 1, true) };
  const plain = { data: picture.data, tags: plainTags(widthPx, heightPx, 8, false) };
  const made: readonly (readonly [name: string, bytes: Promise<Buffer> | Buffer])[] = [
    ["png-gray", gray().png().toBuffer()],
    ["png-bilevel", gray().png({ palette: true, colours: 2 }).toBuffer()],
    ["png-palette", color().png({ palette: true, colours: 16 }).toBuffer()],
    ["png-rgba", color().ensureAlpha(0.9).png().toBuffer()],
    ["png-16-bit", gray().toColourspace("grey16").png().toBuffer()],
    ["png-interlaced", color().png({ progressive: true }).toBuffer()],
    ["jpeg-gray", gray().jpeg({ quality: 70 }).toBuffer()],
    ["jpeg-baseline", color().jpeg({ quality: 70 }).toBuffer()],
    ["jpeg-progressive", color().jpeg({ quality: 70, progressive: true }).toBuffer()],
    ["jpeg-cmyk", color().toColourspace("cmyk").jpeg({ quality: 70 }).toBuffer()],
    ["jpeg-rotated", color().withMetadata({ orientation: 6, density: 100 }).jpeg({ quality: 70 }).toBuffer()],
    ["tiff-plain", writeTiff([plain])],
    ["tiff-other-order", writeTiff([plain], false)],
    ["tiff-three-pages", writeTiff([bilevel, plain, bilevel])],
    ["tiff-lzw", color().tiff({ compression: "lzw" }).toBuffer()],
    ["tiff-fax", gray().tiff({ compression: "ccittfax4", bitdepth: 1 }).toBuffer()],
    [
      "tiff-tiled",
      gray().tiff({ compression: "deflate", tile: true, tileWidth: 128, tileHeight: 128 }).toBuffer(),
    ],
    ["tiff-jpeg", color().tiff({ compression: "jpeg", quality: 70 }).toBuffer()],
  ];
  return Promise.all(
    made.map(async ([name, bytes]) => {
      const kind = name.split("-")[0] as "png" | "jpeg" | "tiff";
      const ending = { png: ".png", jpeg: ".jpg", tiff: ".tif" }[kind];
      return { name, kind, fileName: ending, bytes: await bytes };
    }),
  );
}
