import type { PointBox } from "../model/box.ts";
import type { ReadPage } from "../model/reading.ts";

/**
 * The same value with every box in it where it is on the page as displayed: pages that lay on their side or upside down
 * were read turned upright, and everything on them has been placed so. Other values are given back as they are.
 */
export function displayBoxes<T>(value: T, pages: readonly ReadPage[]): T {
  const turned = new Map(pages.flatMap((page) => (page.quarterTurns ? [[page.pageNumber, page]] : [])));
  return turned.size === 0 ? value : (mapBoxes(value, turned) as T);
}

function mapBoxes(value: unknown, turned: ReadonlyMap<number, ReadPage>): unknown {
  if (Array.isArray(value)) return value.map((item) => mapBoxes(item, turned));
  if (typeof value !== "object" || value === null) return value;
  if (isBox(value)) {
    const page = turned.get(value.pageNumber);
    return page === undefined ? value : { ...value, ...turnBack(value, page) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapBoxes(item, turned)]));
}

function isBox(value: object): value is PointBox {
  return ["pageNumber", "left", "top", "width", "height"].every(
    (key) => typeof (value as Record<string, unknown>)[key] === "number",
  );
}

/** `widthPt` and `heightPt` of a read page are those of the upright one. */
function turnBack(
  box: PointBox,
  { quarterTurns, widthPt, heightPt }: ReadPage,
): Omit<PointBox, "pageNumber"> {
  const { left, top, width, height } = box;
  const [fromRight, fromBottom] = [round(widthPt - left - width), round(heightPt - top - height)];
  if (quarterTurns === 1) return { left: top, top: fromRight, width: height, height: width };
  if (quarterTurns === 2) return { left: fromRight, top: fromBottom, width, height };
  return { left: fromBottom, top: left, width: height, height: width };
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
