import type { Span } from "../model/table.ts";

/** How much of a rule or an edge is drawn, in pixels. */
export function drawnLength({ spans }: { readonly spans: readonly Span[] }): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}
