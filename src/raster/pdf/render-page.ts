import { createCanvas } from "@napi-rs/canvas";
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

import type { GrayImage } from "../../model/image.ts";
import { grayOfRgba } from "../luminance.ts";
import type { RenderPlan } from "./plan-rendering.ts";

/** The canvas is read in bands: four bytes a pixel once more would double the memory. */
const BAND_ROWS = 256;

/** Draws a page on white paper, on the grid of `plan`. */
export async function renderPage(page: PDFPageProxy, plan: RenderPlan): Promise<GrayImage> {
  const { widthPx, heightPx, scaleX, scaleY, offsetX, offsetY } = plan;
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, widthPx, heightPx);
  await page.render({
    canvas: null,
    canvasContext: context,
    viewport: page.getViewport({ scale: 1 }),
    transform: [scaleX, 0, 0, scaleY, offsetX, offsetY],
    background: "#fff",
  }).promise;
  const data = new Uint8Array(widthPx * heightPx);
  for (let top = 0; top < heightPx; top += BAND_ROWS) {
    const band = context.getImageData(0, top, widthPx, Math.min(BAND_ROWS, heightPx - top));
    data.set(grayOfRgba(band.data), top * widthPx);
  }
  return { widthPx, heightPx, data };
}
