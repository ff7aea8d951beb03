import { parseInline, walkHtml } from "./parse-html.ts";
import type { HtmlNode } from "./parse-html.ts";

/** A stretch of text between two breaks that the markup sets. */
export interface InlinePiece {
  readonly text: string;
  /** Whether all of it is underlined or bold: a heading inside a cell. */
  readonly isMarked: boolean;
  /** What stands in front of it: `<p>` and other blocks begin a paragraph, `<br>` only a line. */
  readonly begins: "paragraph" | "line" | "text";
}

const BLOCKS = new Set(
  "p div li ul ol dl dt dd pre section article h1 h2 h3 h4 h5 h6 blockquote table caption tr hr".split(" "),
);
/** Cells of a table inside a cell stand beside one another. */
const CELLS = new Set(["td", "th"]);
const MARKS = new Set(["u", "b", "strong"]);
const LEFT_OUT = new Set(["script", "style", "head", "template"]);

/** Whether a text has tags or character references of HTML; a lone `<` is a sign like any other. */
export function hasMarkup(text: string): boolean {
  return /<\/?[a-z][^<>]*>|&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,6});/iu.test(text);
}

/** The pieces of a cell's text, with its tags and character references understood. */
export function inlinePieces(text: string): InlinePiece[] {
  return hasMarkup(text) ? nodePieces(parseInline(text)) : [{ text, isMarked: false, begins: "paragraph" }];
}

/** The same for parsed nodes. White space at the edges of pieces is kept: it parts words. */
export function nodePieces(nodes: readonly HtmlNode[]): InlinePiece[] {
  const pieces: InlinePiece[] = [];
  let begins: InlinePiece["begins"] = "paragraph";
  let marksOpen = 0;
  const enter = (node: HtmlNode): boolean => {
    if ("value" in node) {
      if (node.value.trim() !== "" || begins === "text") {
        pieces.push({ text: node.value.replaceAll(/\s+/gu, " "), isMarked: marksOpen > 0, begins });
        begins = "text";
      }
      return false;
    }
    if (!("tagName" in node) || LEFT_OUT.has(node.tagName)) return false;
    if (node.tagName === "br") {
      if (begins === "text") begins = "line";
      return false;
    }
    if (BLOCKS.has(node.tagName)) begins = "paragraph";
    if (CELLS.has(node.tagName) && begins === "text") pieces.push({ text: " ", isMarked: false, begins });
    if (MARKS.has(node.tagName)) marksOpen += 1;
    return true;
  };
  walkHtml(nodes, enter, (node) => {
    if (!("tagName" in node)) return;
    if (MARKS.has(node.tagName)) marksOpen -= 1;
    if (BLOCKS.has(node.tagName)) begins = "paragraph";
  });
  return pieces;
}
