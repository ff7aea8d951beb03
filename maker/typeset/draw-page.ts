import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { GrayImage } from "../../src/model/image.ts";
import { canvasFont, emPixels } from "../fonts.ts";
import type { LaidOutPage, PageItem } from "./page-items.ts";

function drawText(context: SKRSContext2D, item: PageItem & { kind: "text" }, dpi: number): void {
  const scale = dpi / 72;
  const emPx = emPixels(item.face, item.sizePt, dpi);
  context.font = canvasFont(item.face, emPx);
  context.letterSpacing = `${item.letterSpacing * scale}px`;
  context.fillText(item.text, item.left * scale, item.baseline * scale);
  if (item.underline) {
    const width = context.measureText(item.text).width;
    context.fillRect(
      item.left * scale,
      item.baseline * scale + emPx * 0.12,
      width,
      Math.max(1, emPx * 0.045),
    );
  }
}

/** Rules fill whole pixels, as printers draw them; at least one. */
function drawRule(context: SKRSContext2D, rule: PageItem & { kind: "rule" }, dpi: number): void {
  const scale = dpi / 72;
  const thickness = Math.max(1, Math.round(rule.thickness * scale));
  const isLevel = rule.y1 === rule.y2;
  const across = Math.round((isLevel ? rule.y1 : rule.x1) * scale - thickness / 2);
  const start = Math.round((isLevel ? rule.x1 : rule.y1) * scale - thickness / 2);
  const end = Math.round((isLevel ? rule.x2 : rule.y2) * scale + thickness / 2);
  const put = (from: number, to: number): void => {
    if (isLevel) context.fillRect(from, across, to - from, thickness);
    else context.fillRect(across, from, thickness, to - from);
  };
  context.fillStyle = `rgb(${rule.level}, ${rule.level}, ${rule.level})`;
  if (rule.dash.length === 0) {
    put(start, end);
  } else {
    const lengths = rule.dash.map((length) => Math.max(1, Math.round(length * scale)));
    let [position, index] = [start, 0];
    while (position < end) {
      const length = lengths[index % lengths.length]!;
      if (index % 2 === 0) put(position, Math.min(end, position + length));
      position += length;
      index += 1;
    }
  }
  context.fillStyle = "black";
}

/** Corner points of the marks in a square from -0.5 to 0.5, y down. */
const MARK_STROKES = {
  "✓": [
    [-0.42, 0.02],
    [-0.14, 0.38],
    [0.44, -0.46],
  ],
  "√": [
    [-0.48, 0.08],
    [-0.34, 0],
    [-0.12, 0.44],
    [0.14, -0.5],
    [0.52, -0.5],
  ],
} as const;

function drawMark(context: SKRSContext2D, item: PageItem & { kind: "mark" }, dpi: number): void {
  const scale = dpi / 72;
  context.lineWidth = item.size * scale * 0.1;
  context.lineJoin = "round";
  context.lineCap = "round";
  context.beginPath();
  for (const [x, y] of MARK_STROKES[item.mark]) {
    context.lineTo((item.centerX + x * item.size) * scale, (item.centerY + y * item.size) * scale);
  }
  context.stroke();
}

/** The page as a printer would put it on paper, black on white, at `dpi` pixels an inch. */
export function drawPage(page: LaidOutPage, dpi: number): GrayImage {
  const widthPx = Math.round((page.widthPt * dpi) / 72);
  const heightPx = Math.round((page.heightPt * dpi) / 72);
  const context = createCanvas(widthPx, heightPx).getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, widthPx, heightPx);
  context.fillStyle = "black";
  context.strokeStyle = "black";
  for (const item of page.items) {
    if (item.kind === "text") drawText(context, item, dpi);
    else if (item.kind === "rule") drawRule(context, item, dpi);
    else drawMark(context, item, dpi);
  }
  const pixels = context.getImageData(0, 0, widthPx, heightPx).data;
  const data = new Uint8Array(widthPx * heightPx);
  // All colours are grey, so that one channel says everything.
  for (let index = 0; index < data.length; index += 1) data[index] = pixels[index * 4]!;
  return { widthPx, heightPx, data };
}
