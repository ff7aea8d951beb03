import { type Edge, imaginedEdge } from "./cluster-positions.ts";
import { findTextColumns } from "./find-text-columns.ts";
import { isGroupRule } from "./is-group-rule.ts";
import { type Region, SAME_END } from "./region.ts";

/** Stretches of print that make a column beside an upright rule. */
const FEWEST_BETWEEN = 2;

/**
 * The columns of a region: upright rules are their borders, and between rules the gaps that the print leaves free.
 */
export function findRegionColumns(region: Region, bodyHeightPx: number): Edge[] {
  const { innerEdges } = findTextColumns(region.runs, bodyHeightPx);
  const near = bodyHeightPx * SAME_END;
  const outer = (position: number): Edge =>
    region.columnRules.find((rule) => Math.abs(rule.position - position) <= near) ?? imaginedEdge(position);
  const [left, right] = [outer(region.left), outer(region.right)];
  const rules = region.columnRules.filter((rule) => rule !== left && rule !== right);
  // A column between a rule and a gap holds more than what the rule has cut off a line.
  const isSame = (from: number, to: number): boolean => {
    const [start, end] = [Math.min(from, to), Math.max(from, to)];
    const between = region.runs.filter((run) => {
      const middle = (run.left + run.right) / 2;
      return middle > start && middle < end;
    });
    return end - start < near || between.length < FEWEST_BETWEEN;
  };
  const free = innerEdges.filter((edge) =>
    [left, right, ...rules].every((rule) => !isSame(rule.position, edge)),
  );
  // The rule under a group heading ends at borders of columns, also of one that has no print but its heading.
  const [first, second] = [region.rows[0]!.position, region.rows[1]!.position];
  for (const rule of region.partialRules) {
    if (rule.position < first + bodyHeightPx || rule.position > second - bodyHeightPx) continue;
    if (!isGroupRule(rule, region.rows, innerEdges, bodyHeightPx)) continue;
    for (const end of [rule.start, rule.end]) {
      const known = [left, right, ...rules].map((edge) => edge.position).concat(free);
      if (known.every((edge) => Math.abs(edge - end) >= near && !isSame(edge, end))) free.push(end);
    }
  }
  return [left, ...[...rules, ...free.map(imaginedEdge)].toSorted((a, b) => a.position - b.position), right];
}
