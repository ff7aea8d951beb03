import { createCanvas } from "@napi-rs/canvas";
import { canvasFont, findFace } from "../../maker/fonts.ts";
import type { GrayImage } from "../../src/model/image.ts";

/** Small enough to be read in a fraction of a second, large enough for a table to be one. */
export const WIDTH_PX = 500;
export const HEIGHT_PX = 300;
const FONT_PX = 24;
const RULE_PX = 2;
const COLUMNS: readonly number[] = [20, 90, 300, 480];
const ROWS: readonly number[] = [60, 115, 170, 225, 280];
const BASELINE_PX = 38;

const TITLE = "รายงานผลการดำเนินงาน ๒๕๖๖";
const CELLS: readonly (readonly string[])[] = [
  ["ที่", "กิจกรรม", "งบประมาณ"],
  ["๑", "จัดทำแผนอัตรากำลัง", "๑๒,๐๐๐"],
  ["๒", "ฝึกอบรมพนักงาน", "-"],
  ["๓", "ประเมินผลงาน", "๓,๕๐๐.๐๐"],
];

/** A title and a ruled table of three columns and four rows; `shade` is the paper's level. */
export function drawPicture(shade = 255): GrayImage {
  const canvas = createCanvas(WIDTH_PX, HEIGHT_PX);
  const context = canvas.getContext("2d");
  context.fillStyle = `rgb(${shade}, ${shade}, ${shade})`;
  context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
  context.fillStyle = "black";
  context.font = canvasFont(findFace("Sarabun"), FONT_PX);
  context.fillText(TITLE, 120, BASELINE_PX);
  for (const x of COLUMNS) context.fillRect(x, ROWS[0]!, RULE_PX, ROWS.at(-1)! - ROWS[0]! + RULE_PX);
  for (const y of ROWS) context.fillRect(COLUMNS[0]!, y, COLUMNS.at(-1)! - COLUMNS[0]! + RULE_PX, RULE_PX);
  CELLS.forEach((cells, row) =>
    cells.forEach((text, column) => context.fillText(text, COLUMNS[column]! + 8, ROWS[row]! + BASELINE_PX)),
  );
  const { data } = context.getImageData(0, 0, WIDTH_PX, HEIGHT_PX);
  return {
    widthPx: WIDTH_PX,
    heightPx: HEIGHT_PX,
    data: Uint8Array.from({ length: WIDTH_PX * HEIGHT_PX }, (_, index) => data[index * 4]!),
  };
}

/** One bit a pixel, the highest first; 1 is ink. */
export function packInk({ widthPx, heightPx, data }: GrayImage): Uint8Array {
  const rowBytes = (widthPx + 7) >> 3;
  const bits = new Uint8Array(rowBytes * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      if (data[y * widthPx + x]! < 128) bits[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  }
  return bits;
}
