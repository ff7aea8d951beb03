import { drawScanProfile } from "../../maker/effects/random-profile.ts";
import { SCAN_PROFILES } from "../../maker/effects/scan-profiles.ts";
import { makeRandom } from "../../maker/random.ts";
import { RULE_DESIGNS } from "../../maker/typeset/table-design.ts";

/** One made document of a set: a report of two policies, or a page with any table. */
export interface GeometryDocument {
  readonly kind: "hr" | "ruled-table";
  readonly rules: string;
  readonly profile: string;
  readonly seed: string;
}

export const GEOMETRY_SETS = ["development", "weak-scans", "final"] as const;
export type GeometrySet = (typeof GEOMETRY_SETS)[number];

/** Tables with all rules are what offices print; the others are as many as their weaknesses need. */
const SEVERAL = new Set(["thick-frame", "double-frame", "broken"]);
/** Rules that a threshold loses, or that tables have few of, and how many such documents are drawn. */
const WEAK = [
  "no-verticals",
  "light-grey",
  "hairlines",
  "dotted",
  "no-body-horizontals",
  "headings-only",
  "none",
  "thick-frame",
];
const WEAK_COUNTS = { hr: 3, tables: 5 };

/**
 * The documents of a set. The development set and the final one are alike and share no seed: the first is for
 * looking at, the second only for figures. Weak scans are for looking at as well: bilevel and fax pages only, with
 * rules that are hard to see on them.
 */
export function listDocuments(set: GeometrySet): GeometryDocument[] {
  if (set === "weak-scans")
    return WEAK.flatMap((rules) => [
      ...drawn("hr", WEAK_COUNTS.hr, rules, set, isBlackAndWhite),
      ...drawn("ruled-table", WEAK_COUNTS.tables, rules, set, isBlackAndWhite),
    ]);
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

/** Whether a seed's random profile has pixels of two levels only. */
function isBlackAndWhite(seed: string): boolean {
  return drawScanProfile(makeRandom(seed).fork("profile")).storage.kind === "bilevel";
}

/** The first documents of a series of seeds whose seeds are fit. */
function drawn(
  kind: GeometryDocument["kind"],
  count: number,
  rules: string,
  set: string,
  isFit: (seed: string) => boolean = () => true,
): GeometryDocument[] {
  const seeds: string[] = [];
  for (let number = 1; seeds.length < count; number++) {
    const seed = `${set}-${rules}-${number}`;
    if (isFit(seed)) seeds.push(seed);
  }
  return seeds.map((seed) => ({ kind, rules, profile: "random", seed }));
}
