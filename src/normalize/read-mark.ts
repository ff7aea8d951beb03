import { isNothing } from "./is-nothing.ts";

/** What a cell of a mark column holds. `other` is ink that is neither: a person should look. */
export type MarkReading = "mark" | "dash" | "empty" | "other";

// Offices mark with a slash, a tick (also as the root sign, which fonts have where they lack the tick) or a cross.
const MARK = /^[/\u2044\u2215\u2571\uFF0F✓✔☑√xX×✗✘☒]$/u;
const DASH = /[-\u2010-\u2015\u2212_]/;

/** Reads one cell of a mark column. Two marks in one cell are `other`: one of them belongs to a neighbour. */
export function readMark(text: string): MarkReading {
  const trimmed = text.trim();
  if (MARK.test(trimmed)) return "mark";
  if (!isNothing(trimmed)) return "other";
  return DASH.test(trimmed) ? "dash" : "empty";
}
