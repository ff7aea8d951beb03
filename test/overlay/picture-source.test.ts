import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { PICTURE_HEAD_BYTES, readPictureSource, withSource } from "../../src/overlay/picture-source.ts";

const SHA256 = "0123456789abcdef".repeat(4);
const draw = (): Promise<Buffer> =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();

describe("withSource", () => {
  it("notes the source where a look at the beginning finds it, and leaves the picture a picture", async () => {
    const picture = withSource(await draw(), SHA256);
    expect(readPictureSource(picture.subarray(0, PICTURE_HEAD_BYTES))).toBe(SHA256);
    const pixels = (png: Buffer) => sharp(png, { failOn: "warning" }).raw().toBuffer();
    expect(await pixels(picture)).toEqual(await pixels(await draw()));
  });
});

describe("readPictureSource", () => {
  it("finds none in other files", async () => {
    expect(readPictureSource(await draw())).toBeNull();
    expect(readPictureSource(Buffer.from("mine"))).toBeNull();
    expect(readPictureSource(Buffer.alloc(0))).toBeNull();
  });
});
