import { rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import sharp from "sharp";
import type { PixelRect } from "../model/box.ts";
import type { CleanPage } from "../model/page.ts";
import { rulingAt } from "../table/find-rulings.ts";
import type { PageLayout } from "../run/lay-out-page.ts";
import { makeFolder } from "../run/make-folder.ts";
import { pidOfRun, temporaryBeside } from "../run/temporary-name.ts";
import { withSource } from "./picture-source.ts";

/**
 * Writes a PNG of the cleaned page with what was found on it: rules red, cells green with row and column,
 * text lines blue with their consonant band shaded. Whoever is ended meanwhile leaves a temporary file, never half a picture.
 *
 * @param sha256 the hash of the file that the page is of, which the picture notes
 */
export async function drawOverlay(
  page: CleanPage,
  layout: PageLayout,
  filePath: string,
  sha256?: string,
): Promise<void> {
  const { widthPx, heightPx, data } = page.gray;
  const body = layout.bodyHeightPx;
  const rulings = layout.rulings.map((ruling) => {
    const from = rulingAt(ruling, ruling.start);
    const to = rulingAt(ruling, ruling.end);
    const [x1, y1, x2, y2] =
      ruling.orientation === "horizontal"
        ? [ruling.start, from, ruling.end, to]
        : [from, ruling.start, to, ruling.end];
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#d00" stroke-width="${Math.max(2, body / 10)}" opacity="0.6"/>`;
  });
  const cells = layout.tables.flatMap(({ grid }) =>
    grid.cells.map(
      (cell) =>
        box(cell.rect, "none", "#080", body / 12) +
        `<text x="${cell.rect.right - 4}" y="${cell.rect.bottom - 6}" font-size="${body * 0.6}" text-anchor="end" fill="#080">${cell.row},${cell.column}${cell.rowSpan * cell.columnSpan > 1 ? ` ${cell.rowSpan}×${cell.columnSpan}` : ""}</text>`,
    ),
  );
  const lines = [...layout.tables.flatMap((table) => table.lines.flat()), ...layout.lines].map(
    (line) =>
      box(line.rect, "none", "#06c", body / 20) +
      box({ ...line.rect, top: line.bodyTop, bottom: line.baseline }, "#06c", "none", 0),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">${[...lines, ...rulings, ...cells].join("")}</svg>`;
  const picture = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .toColourspace("srgb")
    .composite([{ input: Buffer.from(svg) }])
    .png({ compressionLevel: 6 })
    .toBuffer();
  await makeFolder(dirname(filePath));
  const temporary = temporaryBeside(filePath, pidOfRun());
  try {
    await writeFile(temporary, sha256 === undefined ? picture : withSource(picture, sha256), { flag: "wx" });
    await rename(temporary, filePath);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

function box(rect: PixelRect, fill: string, stroke: string, strokeWidth: number): string {
  return `<rect x="${rect.left}" y="${rect.top}" width="${rect.right - rect.left}" height="${rect.bottom - rect.top}" fill="${fill}" fill-opacity="0.15" stroke="${stroke}" stroke-width="${strokeWidth}"/>`;
}
