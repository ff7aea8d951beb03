import { normalizeThai } from "../normalize/normalize-thai.ts";
import { type CompactText, compactText } from "./compact-text.ts";

/** What a document says about the office it comes from, as read. */
export interface OrganizationEvidence {
  /** The cover's lines from top to bottom; empty where there is no cover. */
  readonly coverLines: readonly string[];
  /** The lines of the heading over the first table. */
  readonly titleLines: readonly string[];
  /** Running text that may name the office: cells or lines, in reading order. */
  readonly mentions: readonly string[];
}

export type EvidencePart = "cover" | "title" | "mention";

/** One text in which names are looked for; lines of cover and title are one text each, a mention is one. */
export interface EvidenceText {
  readonly part: EvidencePart;
  /** Index of the mention; 0 for cover and title. */
  readonly index: number;
  /** Normalized, lines separated by `\n`. */
  readonly text: string;
  readonly compact: CompactText;
}

/** Where something was read: the lines of cover or title, or the mention, counted from 0. */
export interface EvidencePlace {
  readonly part: EvidencePart;
  readonly firstIndex: number;
  readonly lastIndex: number;
}

/**
 * What is looked at: a report of thirty pages has five hundred texts of some hundred letters, and a cover a few lines. More than ten
 * times as much tells nothing new about the office, and takes minutes.
 */
const MOST = { mentions: 5_000, lines: 500, lettersOfMention: 5_000, lettersOfLine: 1_000 } as const;

/** The texts of the evidence, those of a very long document as far as it takes to tell the office. */
export function toEvidenceTexts(evidence: OrganizationEvidence): EvidenceText[] {
  const { coverLines, titleLines, mentions } = evidence;
  const cut = (lines: readonly string[]): string[] =>
    lines.slice(0, MOST.lines).map((line) => line.slice(0, MOST.lettersOfLine));
  return [
    toEvidenceText("cover", 0, cut(coverLines)),
    toEvidenceText("title", 0, cut(titleLines)),
    ...mentions
      .slice(0, MOST.mentions)
      .map((mention, index) => toEvidenceText("mention", index, [mention.slice(0, MOST.lettersOfMention)])),
  ].filter(({ text }) => text.trim() !== "");
}

function toEvidenceText(part: EvidencePart, index: number, lines: readonly string[]): EvidenceText {
  // Line by line: normalizing must not move a line's end, by which a place is found again.
  const text = lines.map((line) => normalizeThai(line.replaceAll("\n", " ")).text).join("\n");
  return { part, index, text, compact: compactText(text) };
}

/** The lines that the characters `start` to `end` of the compact text stand in. */
export function placeOf(source: EvidenceText, start: number, end: number): EvidencePlace {
  if (source.part === "mention") {
    return { part: source.part, firstIndex: source.index, lastIndex: source.index };
  }
  const lineOf = (offset: number): number => source.text.slice(0, offset).split("\n").length - 1;
  const { offsets } = source.compact;
  return {
    part: source.part,
    firstIndex: lineOf(offsets[start]!),
    lastIndex: lineOf(offsets[Math.max(start, end - 1)]!),
  };
}

/** The characters `start` to `end` of the compact text as they stand in the text, wrapped lines joined. */
export function observedText(source: EvidenceText, start: number, end: number): string {
  const { offsets } = source.compact;
  return end <= start
    ? ""
    : source.text.slice(offsets[start], offsets[end - 1]! + 1).replaceAll(/\s*\n\s*/gu, "");
}
