import type { ReadPage } from "../model/reading.ts";
import type { ReadingConditions } from "./field-reading.ts";

/** How each page was read. Only recognition can fail to know a digit; a text layer has the characters themselves. */
export function pageConditions(
  pages: readonly ReadPage[],
  modelKnowsDigits: boolean,
): (pageNumber: number) => ReadingConditions {
  const methods = new Map(pages.map((page) => [page.pageNumber, page.method ?? "ocr"]));
  return (pageNumber) => {
    const method = methods.get(pageNumber) ?? "ocr";
    return { method, knowsDigits: method !== "ocr" || modelKnowsDigits };
  };
}
