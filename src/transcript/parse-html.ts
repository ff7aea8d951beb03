import { defaultTreeAdapter, parse, parseFragment } from "parse5";
import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, TreeAdapter } from "parse5";
import { TRANSCRIPT_LIMITS, TranscriptLimitError } from "./transcript-limits.ts";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** A tag as long as this is looked at: the parser compares each attribute of a tag with those before it. */
const LONG_TAG = /<[a-z][^<>]{10000,}/giu;

/**
 * The nodes of a document, or of a piece of one, with the lines in which they begin. A few badly closed tags can ask a
 * parser for any number of elements, so these are counted while they are made.
 *
 * @throws TranscriptLimitError where there are too many of them, too deep in one another, or with too many attributes
 */
export function parseHtml(html: string): readonly HtmlNode[] {
  checkTags(html);
  return parse(html, { sourceCodeLocationInfo: true, treeAdapter: countingAdapter() }).childNodes;
}

/** The same for what stands in a cell or line, without line numbers. */
export function parseInline(html: string): readonly HtmlNode[] {
  checkTags(html);
  return parseFragment(html, { treeAdapter: countingAdapter() }).childNodes;
}

/**
 * Visits nodes and what is inside of them, from top to bottom, without going deeper itself: a document may be nested as deep
 * as it likes.
 *
 * @param enter false leaves out what is inside of a node
 * @param leave called behind all that is inside of an entered node
 */
export function walkHtml(
  nodes: readonly HtmlNode[],
  enter: (node: HtmlNode) => boolean,
  leave: (node: HtmlNode) => void = () => undefined,
): void {
  const open: { readonly parent: HtmlNode | null; readonly children: readonly HtmlNode[]; next: number }[] = [
    { parent: null, children: nodes, next: 0 },
  ];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const node = level.children[level.next++];
    if (node === undefined) {
      open.pop();
      if (level.parent !== null) leave(level.parent);
    } else if (enter(node)) {
      open.push({ parent: node, children: "childNodes" in node ? node.childNodes : [], next: 0 });
    }
  }
}

function checkTags(html: string): void {
  for (const [tag] of html.matchAll(LONG_TAG)) {
    const words = tag.match(/\s+/gu)?.length ?? 0;
    if (words > TRANSCRIPT_LIMITS.attributes) throw new TranscriptLimitError("attributes");
  }
}

function countingAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let count = 0;
  const depths = new WeakMap<object, number>();
  const place = (parent: DefaultTreeAdapterTypes.ParentNode, node: HtmlNode): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > TRANSCRIPT_LIMITS.htmlDepth) throw new TranscriptLimitError("htmlDepth");
    if ("childNodes" in node) depths.set(node, depth);
  };
  const one = (): void => {
    count += 1;
    if (count > TRANSCRIPT_LIMITS.htmlNodes) throw new TranscriptLimitError("htmlNodes");
  };
  return {
    ...defaultTreeAdapter,
    createElement: (...given) => {
      one();
      return defaultTreeAdapter.createElement(...given);
    },
    createTextNode: (value) => {
      one();
      return defaultTreeAdapter.createTextNode(value);
    },
    appendChild: (parent, node) => {
      place(parent, node);
      defaultTreeAdapter.appendChild(parent, node);
    },
    insertBefore: (parent, node, reference) => {
      place(parent, node);
      defaultTreeAdapter.insertBefore(parent, node, reference);
    },
  };
}
