import type { Ruling } from "../model/table.ts";
import type { Edge } from "./cluster-positions.ts";

/**
 * Whether a rule parts group headings from the headings below them: it lies between the first two rules over the
 * whole table and does not begin in the first column, as the line under a heading does.
 */
export function isGroupRule(
  rule: Ruling,
  rows: readonly Edge[],
  innerEdges: readonly number[],
  bodyHeightPx: number,
): boolean {
  const [first, second] = [rows[0], rows[1]];
  if (first === undefined || second === undefined || innerEdges.length === 0) return false;
  return (
    rule.position > first.position + bodyHeightPx &&
    rule.position < second.position - bodyHeightPx &&
    rule.start > innerEdges[0]! - bodyHeightPx
  );
}
