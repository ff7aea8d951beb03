import type { FontFace } from "../fonts.ts";
import { findFace, listPortableFaces } from "../fonts.ts";
import type { Random } from "../random.ts";

/** Which rules a table has, and how they look. Thicknesses in points. */
export interface RuleDesign {
  readonly name: string;
  readonly outer: "none" | "single" | "double" | "thick";
  readonly header: boolean;
  readonly bodyHorizontal: "all" | "headings" | "none";
  readonly vertical: boolean;
  readonly thickness: number;
  readonly level: number;
  readonly dash: readonly number[];
}

const fullRules: RuleDesign = {
  name: "all",
  outer: "single",
  header: true,
  bodyHorizontal: "all",
  vertical: true,
  thickness: 0.5,
  level: 0,
  dash: [],
};

const ruleDesigns: readonly RuleDesign[] = [
  fullRules,
  { ...fullRules, name: "no-body-horizontals", bodyHorizontal: "none" },
  { ...fullRules, name: "headings-only", bodyHorizontal: "headings" },
  { ...fullRules, name: "no-verticals", vertical: false },
  { ...fullRules, name: "none", outer: "none", header: false, bodyHorizontal: "none", vertical: false },
  { ...fullRules, name: "thick-frame", outer: "thick" },
  { ...fullRules, name: "double-frame", outer: "double" },
  { ...fullRules, name: "light-grey", level: 165 },
  { ...fullRules, name: "hairlines", thickness: 0.25, level: 60 },
  { ...fullRules, name: "broken", dash: [31, 2.2, 57, 1.4, 12, 0.9] },
  { ...fullRules, name: "dotted", dash: [1, 1] },
];

export const RULE_DESIGNS: ReadonlyMap<string, RuleDesign> = new Map(
  ruleDesigns.map((design) => [design.name, design]),
);

/** How rows go over a page's end. */
export type PageBreakStyle =
  /** Cut where the page ends, no rule below or above. */
  | "cut-open"
  /** Cut where the page ends, with rules. */
  | "cut-closed"
  /** Cut, and the policy's heading again on the next page, with `(ต่อ)`. */
  | "repeat-heading"
  /** A row goes to the next page whole, unless it is longer than a page. */
  | "keep-rows";

/** The look of a document, which stays the same on all its pages. */
export interface TableDesign {
  readonly regular: FontFace;
  readonly bold: FontFace;
  readonly sizePt: number;
  readonly titleSizePt: number;
  readonly coverSizePt: number;
  /** Distance of baselines, in heights of ก; below 2.6 the marks of one line reach into the line above. */
  readonly lineDistance: number;
  readonly paddingX: number;
  readonly paddingY: number;
  readonly marginX: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly headerIsBold: boolean;
  readonly headingIsBold: boolean;
  readonly headingIsUnderlined: boolean;
  /** Stretches wrapped lines to the column's width (Thai distributed). */
  readonly justified: boolean;
  readonly moneyAlign: "center" | "right";
  readonly rules: RuleDesign;
  readonly pageBreak: PageBreakStyle;
  readonly repeatsHeader: boolean;
  /** Lets a policy's heading be the last thing on a page. */
  readonly strandsHeadings: boolean;
  readonly pageNumbers: "none" | "top-center" | "bottom-right";
}

export interface DesignOptions {
  readonly familyName?: string;
  readonly ruleName?: string;
  readonly pageBreak?: PageBreakStyle;
  readonly repeatsHeader?: boolean;
  readonly sizePt?: number;
}

/** Text faces that offices might print a report in: mostly TH Sarabun, now and then another. */
function drawFamily(random: Random): string {
  const look = random.weighted([
    ["sarabun-like", 5],
    ["national", 3],
    ["looped", 1.5],
    ["older-serif", 2],
    ["loopless", 0.5],
  ] as const);
  // Portable faces only: a seed gives the same document whatever fonts a machine has.
  return random.pick([
    ...new Set(
      listPortableFaces()
        .filter((face) => face.look === look)
        .map((face) => face.familyName),
    ),
  ]);
}

/** The named rule design. Throws with the names there are. */
export function ruleDesign(name: string): RuleDesign {
  const design = RULE_DESIGNS.get(name);
  if (design === undefined) {
    throw new Error(`No rule design ${name}; there are ${[...RULE_DESIGNS.keys()].join(", ")}`);
  }
  return design;
}

/** A look by chance; what `options` names is fixed. */
export function drawDesign(random: Random, options: DesignOptions = {}): TableDesign {
  const drawnFamily = drawFamily(random);
  const family = options.familyName ?? drawnFamily;
  const drawnRule = random.weighted([
    ["all", 10],
    ["no-body-horizontals", 1.2],
    ["headings-only", 1],
    ["no-verticals", 1],
    ["none", 0.6],
    ["thick-frame", 1],
    ["double-frame", 0.8],
    ["light-grey", 1],
    ["hairlines", 1],
    ["broken", 1],
    ["dotted", 0.6],
  ]);
  const rules = ruleDesign(options.ruleName ?? drawnRule);
  const drawnSize = random.pick([12, 13, 14, 14, 14, 15, 16]);
  const sizePt = options.sizePt ?? drawnSize;
  const hasOpenSides = !rules.vertical || rules.bodyHorizontal !== "all";
  const drawnBreak = random.weighted([
    ["cut-open", 3],
    ["cut-closed", 2],
    ["repeat-heading", 3],
    ["keep-rows", 2],
  ] as const);
  return {
    regular: findFace(family, "regular", random.pick([400, 400, 400, 300, 500])),
    bold: findFace(family, "bold", random.pick([700, 700, 600])),
    sizePt,
    titleSizePt: sizePt + random.integer(1, 4),
    coverSizePt: random.integer(20, 32),
    lineDistance: random.between(2.25, 2.95),
    // Without rules, only white space holds the cells apart.
    paddingX: hasOpenSides ? random.between(5, 8) : random.between(1.8, 5.4),
    paddingY: rules.bodyHorizontal === "all" ? random.between(0, 2.5) : random.between(3, 6),
    marginX: random.between(30, 62),
    marginTop: random.between(38, 70),
    marginBottom: random.between(36, 60),
    headerIsBold: random.chance(0.8),
    headingIsBold: random.chance(0.85),
    headingIsUnderlined: random.chance(0.1),
    justified: random.chance(0.2),
    moneyAlign: random.chance(0.6) ? "center" : "right",
    rules,
    pageBreak: options.pageBreak ?? drawnBreak,
    repeatsHeader: options.repeatsHeader ?? random.chance(0.75),
    strandsHeadings: random.chance(0.08),
    pageNumbers: random.weighted([
      ["none", 4],
      ["top-center", 2],
      ["bottom-right", 1],
    ]),
  };
}
