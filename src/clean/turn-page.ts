import { composeAffine } from "../model/box.ts";
import type { GrayImage } from "../model/image.ts";
import type { PageImage, QuarterTurns } from "../model/page.ts";

/** The page turned clockwise by so many right angles; its points are those of the turned page. */
export function turnPage(page: PageImage, quarterTurns: QuarterTurns): PageImage {
  let turned = page;
  for (let turn = 0; turn < quarterTurns; turn++) turned = turnOnce(turned);
  return turned;
}

function turnOnce(page: PageImage): PageImage {
  const pixelBack = { a: 0, b: -1, c: 1, d: 0, e: 0, f: page.gray.heightPx };
  const pointsOn = { a: 0, b: 1, c: -1, d: 0, e: page.heightPt, f: 0 };
  return {
    ...page,
    widthPt: page.heightPt,
    heightPt: page.widthPt,
    gray: turnImage(page.gray),
    toPoints: composeAffine(composeAffine(pixelBack, page.toPoints), pointsOn),
  };
}

function turnImage({ widthPx, heightPx, data }: GrayImage): GrayImage {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0, to = heightPx - 1 - y; x < widthPx; x++, to += heightPx)
      turned[to] = data[y * widthPx + x]!;
  }
  return { widthPx: heightPx, heightPx: widthPx, data: turned };
}
