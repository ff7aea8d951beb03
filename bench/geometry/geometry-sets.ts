import { SCAN_PROFILES } from "../../maker/effects/scan-profiles.ts";
import { RULE_DESIGNS } from "../../maker/typeset/table-design.ts";

/** One made document of a set: a report of two policies, or a page with any table. */
export interface GeometryDocument {
  readonly kind: "hr" | "ruled-table";
  readonly rules: string;
  readonly profile: string;
  readonly seed: string;
}

export const GEOMETRY_SETS = ["development", "final"] as const;
export type GeometrySet = (typeof GEOMETRY_SETS)[number];

/** Tables with all rules are what offices print; the others are as many as their weaknesses need. */
const SEVERAL = new Set(["thick-frame", "double-frame", "broken"]);

/**
 * The documents of a set. Both sets are alike and share no seed: the development set is for looking at, the
 * final one only for figures.
 */
export function listDocuments(set: GeometrySet): GeometryDocument[] {
  return [...RULE_DESIGNS.keys()].flatMap((rules) => {
    const many =
      rules === "all"
        ? { hr: 10, tables: 20 }
        : SEVERAL.has(rules)
          ? { hr: 3, tables: 6 }
          : { hr: 5, tables: 8 };
    const named = rules === "all" ? [...SCAN_PROFILES.keys()] : [];
    return [
      ...named.flatMap((profile) => [
        { kind: "hr", rules, profile, seed: `${set}-${profile}` } as const,
        { kind: "ruled-table", rules, profile, seed: `${set}-${profile}` } as const,
      ]),
      ...drawn("hr", many.hr, rules, set),
      ...drawn("ruled-table", many.tables, rules, set),
    ];
  });
}

function drawn(
  kind: GeometryDocument["kind"],
  count: number,
  rules: string,
  set: string,
): GeometryDocument[] {
  return Array.from({ length: count }, (_, index) => ({
    kind,
    rules,
    profile: "random",
    seed: `${set}-${rules}-${index + 1}`,
  }));
}
