import type { Components } from "../image/find-components.ts";
import type { BinaryImage, GrayImage } from "../model/image.ts";
import type { TextLine } from "../model/line.ts";

/** White around a line, in body heights: about 10 pixels at 300 dpi; more gives empty results. */
const PADDING_IN_BODIES = 0.35;

/**
 * Every picture is at least this high above and below the consonants, in their heights: room for a tone mark
 * on a vowel and for a lower vowel. The recognizer scales pictures to one height, so lines without marks
 * would come to it larger than others, and take a fifth more time.
 */
const ROOM_ABOVE = 0.9;
const ROOM_BELOW = 0.5;

/**
 * The picture of one line for the recognizer: the grey of its own ink and of the pixels next to it, on
 * white. Neighbouring lines, rules and specks are left out, even where they reach into the rectangle.
 *
 * @param pageInk the page's ink with its rules, so that their grey is not taken for the line's edge
 */
export function drawLine(
  line: TextLine,
  gray: GrayImage,
  pageInk: BinaryImage,
  components: Components,
  bodyHeightPx: number,
): { image: GrayImage; left: number; top: number } {
  const padding = Math.max(4, Math.round(bodyHeightPx * PADDING_IN_BODIES));
  const left = line.rect.left - padding;
  const letterPx = Math.min(2 * bodyHeightPx, Math.max(0.8 * bodyHeightPx, line.baseline - line.bodyTop));
  const top = Math.min(line.rect.top, Math.round(line.bodyTop - letterPx * ROOM_ABOVE)) - padding;
  const bottom = Math.max(line.rect.bottom, Math.round(line.baseline + letterPx * ROOM_BELOW)) + padding;
  const widthPx = line.rect.right - line.rect.left + 2 * padding;
  const heightPx = bottom - top;
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  const { runs, runOffset, runOrder } = components;
  for (const { component, rect } of line.pieces) {
    for (let k = runOffset[component]!; k < runOffset[component + 1]!; k++) {
      const run = runOrder[k]!;
      const row = runs.row[run]!;
      if (row < rect.top || row >= rect.bottom) continue;
      const start = Math.max(rect.left, runs.start[run]!);
      const end = Math.min(rect.right, runs.end[run]!);
      if (start < end) copyRun(row, start, end);
    }
  }
  return { image: { widthPx, heightPx, data }, left, top };

  function copyRun(row: number, start: number, end: number): void {
    for (let y = Math.max(0, row - 1); y <= Math.min(gray.heightPx - 1, row + 1); y++) {
      const from = Math.max(0, start - 1);
      const to = Math.min(gray.widthPx, end + 1);
      for (let x = from; x < to; x++) {
        const at = y * gray.widthPx + x;
        const own = y === row && x >= start && x < end;
        // Ink beside the run is its own component's (copied by its own run) or foreign.
        if (own || pageInk.data[at] === 0) data[(y - top) * widthPx + (x - left)] = gray.data[at]!;
      }
    }
  }
}
