import { centeredShare, type ReadPage } from "../model/reading.ts";
import { remark } from "../model/remark.ts";
import type { Remarked } from "../model/remark.ts";
import { normalizeThai } from "../normalize/normalize-thai.ts";

/** The pages of one report, from its cover on. */
export interface DocumentPages {
  readonly cover: ReadPage | null;
  readonly pages: readonly ReadPage[];
}

/** A cover has a few lines, most of them in the middle of the page. */
const LINES_OF_A_COVER = { fewest: 2, most: 16 };
const CENTERED_SHARE = 0.6;
/** A line of print; what a stamp or a drawing is read as has hardly two Thai letters in a row. */
const THAI_WORD = /[ก-ฮเ-ไ][\p{Mn}ะาำ]*[ก-ฮเ-ไ]/u;
/** How far from the page's middle a line's middle may lie, as a share of the page's width. */
const OFF_CENTER = 0.06;
/** What a report's cover says: a year, an office, a report. Marks are left out, since they are often misread. */
const COVER_WORDS = [
  "ปงบประมาณ",
  "พ.ศ.",
  "องคการบรหาร",
  "เทศบาล",
  "รายงาน",
  "นโยบาย",
  "การดาเนนการ",
  "ทรพยากรบคคล",
];
/** So many of them tell a cover from a divider or an annex's title. */
const WORDS_THAT_MAKE_A_COVER = 2;

/**
 * Splits the pages of a file into reports, in the order of their numbers. A report begins with the file and wherever a cover follows
 * pages with tables.
 */
export function splitDocuments(pages: readonly ReadPage[]): DocumentPages[] {
  const ordered = pages.toSorted((a, b) => a.pageNumber - b.pageNumber);
  const documents: { cover: ReadPage | null; pages: ReadPage[]; hasTables: boolean }[] = [];
  for (const page of ordered) {
    const isCover = isReportCover(page);
    const current = documents.at(-1);
    const hasTables = page.tables.length > 0;
    if (current === undefined || (isCover && current.hasTables)) {
      documents.push({ cover: isCover ? page : null, pages: [page], hasTables });
    } else {
      current.pages.push(page);
      current.hasTables ||= hasTables;
      if (isCover) current.cover ??= page;
    }
  }
  return documents.map(({ cover, pages: own }) => ({ cover, pages: own }));
}

/** The reports of a file that have a table; a file without any is remarked. */
export function splitTabledDocuments(pages: readonly ReadPage[]): Remarked<DocumentPages[]> {
  const documents = splitDocuments(pages).filter((document) =>
    document.pages.some((page) => page.tables.length > 0),
  );
  const message = "No table was found on any page: there is nothing to make records of.";
  return { value: documents, remarks: documents.length > 0 ? [] : [remark("no-table", "warning", message)] };
}

/** Whether a page without a table has few, centred lines that name an office, a year or a report. */
export function isReportCover(page: ReadPage): boolean {
  if (page.tables.length > 0) return false;
  const lines = page.lines.filter((line) => THAI_WORD.test(normalizeThai(line.text).text));
  if (lines.length < LINES_OF_A_COVER.fewest || lines.length > LINES_OF_A_COVER.most) {
    return false;
  }
  const text = lines.map((line) => withoutMarks(line.text)).join("\n");
  const words = COVER_WORDS.filter((word) => text.includes(word));
  return (
    centeredShare(lines, page.widthPt, OFF_CENTER) >= CENTERED_SHARE &&
    words.length >= WORDS_THAT_MAKE_A_COVER
  );
}

function withoutMarks(text: string): string {
  return normalizeThai(text)
    .text.replaceAll("\u0e33", "\u0e32")
    .replace(/[\s\p{Mn}]/gu, "");
}
