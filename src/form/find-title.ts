import type { ReadLine, ReadPage, ReadTable } from "../model/reading.ts";
import { normalizeThai } from "../normalize/normalize-thai.ts";
import type { DocumentPages } from "./split-documents.ts";

const PAGE_NUMBER = /^[-–—(\s]*(?:หน้า(?:ที่)?)?[\s0-9๐-๙/]*[-–—)\s]*$/u;
/** Dirt beside the heading reads as a letter or two; the shortest word that stands alone on a line is `ของ`. */
const LETTERS_OF_A_LINE = 3;
/** More lines than this over a table are a letter; its heading is then the centred block right above the table. */
const LINES_OF_A_TITLE = 5;
/** How far the middle of a heading line may lie from that of the table, as a share of the table's width. */
const OFF_CENTER = 0.06;

/**
 * The lines that make a report's title, from top to bottom: the heading over its first table, else the cover's lines,
 * else none. Page numbers do not count.
 */
export function findTitleLines({ cover, pages }: DocumentPages): readonly ReadLine[] {
  const first = pages.find((page) => page.tables.length > 0);
  const table = first?.tables[0];
  const heading = first === undefined || table === undefined ? [] : linesOver(first, table);
  return heading.length > 0 ? heading : saying(cover?.lines ?? []);
}

function linesOver(page: ReadPage, table: ReadTable): readonly ReadLine[] {
  const above = saying(page.lines).filter((line) => line.box.top + line.box.height / 2 < table.box.top);
  if (above.length <= LINES_OF_A_TITLE) return above;
  const middle = table.box.left + table.box.width / 2;
  const isCentered = above.map(
    (line) => Math.abs(line.box.left + line.box.width / 2 - middle) <= OFF_CENTER * table.box.width,
  );
  return above.slice(isCentered.lastIndexOf(false) + 1);
}

function saying(lines: readonly ReadLine[]): readonly ReadLine[] {
  return lines
    .filter((line) => {
      const { text } = normalizeThai(line.text);
      return !PAGE_NUMBER.test(text) && (text.match(/\p{L}/gu) ?? []).length >= LETTERS_OF_A_LINE;
    })
    .toSorted((a, b) => a.box.top - b.box.top);
}
