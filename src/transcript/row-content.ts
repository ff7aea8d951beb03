import { isNothing } from "../normalize/is-nothing.ts";
import { readMark } from "../normalize/read-mark.ts";
import type { TranscriptCell } from "./transcript.ts";

/** What a cell holds for someone who looks at it; a lone `1)` or `๒` is a number. */
export type TranscriptContent = "empty" | "dash" | "mark" | "number" | "text";

const NUMBER = /^[([]?[0-9\u0e50-\u0e59]{1,3}(?:\.[0-9\u0e50-\u0e59]{1,2})?[.)\]]{0,2}$/u;

export function transcriptContent({ paragraphs }: TranscriptCell): TranscriptContent {
  const text = paragraphs.join(" ").trim();
  if (text === "") return "empty";
  if (isNothing(text)) return "dash";
  if (readMark(text) === "mark") return "mark";
  return NUMBER.test(text) ? "number" : "text";
}
