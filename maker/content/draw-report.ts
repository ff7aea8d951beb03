import type { Random } from "../random.ts";
import { type ColumnRole, drawColumnPlan, type HeaderNode } from "./column-plan.ts";
import { drawOffice, type Office } from "./draw-office.ts";
import { drawMoneyHabits, drawMoneyPair, type Money, printMoney } from "./draw-money.ts";
import { drawCoverLines, drawTitleLines } from "./draw-title.ts";
import { mapPhrase, type Phrase, say, sayAll } from "./phrase.ts";
import { toThaiDigits } from "./thai-numerals.ts";
import { appointStaff } from "./topics/appoint-staff.ts";
import { buildCareers } from "./topics/build-careers.ts";
import { developStaff } from "./topics/develop-staff.ts";
import { evaluateWork } from "./topics/evaluate-work.ts";
import { improveLife } from "./topics/improve-life.ts";
import { keepEthics } from "./topics/keep-ethics.ts";
import { planWorkforce } from "./topics/plan-workforce.ts";
import { recruitStaff } from "./topics/recruit-staff.ts";
import { shareKnowledge } from "./topics/share-knowledge.ts";
import { useSystems } from "./topics/use-systems.ts";
import { COMMON_ISSUES, DIVISIONS } from "./vocabulary.ts";
import { makeWriting, type Topic, type Writing } from "./writing.ts";

const TOPICS: readonly Topic[] = [
  planWorkforce,
  recruitStaff,
  appointStaff,
  developStaff,
  evaluateWork,
  keepEthics,
  buildCareers,
  improveLife,
  shareKnowledge,
  useSystems,
];

export interface ReportActivity {
  readonly number: number;
  readonly name: Phrase;
  readonly target: Phrase | null;
  readonly result: Phrase;
  readonly issues: Phrase | null;
  /** Only where the form has a column for it beside `issues`. */
  readonly advice: Phrase | null;
  readonly other: string;
  readonly allocated: Money;
  readonly disbursed: Money;
  readonly followed: boolean;
  readonly deviated: boolean;
  readonly completed: boolean;
}

export interface ReportPolicy {
  readonly number: number;
  readonly title: string;
  readonly activities: readonly ReportActivity[];
}

/** Everything a report says, digits already as they are printed; how it looks is the typesetter's business. */
export interface Report {
  readonly office: Office;
  readonly fiscalYearBE: number;
  readonly digits: "thai" | "arabic";
  readonly coverLines: readonly string[];
  readonly titleLines: readonly string[];
  readonly header: readonly HeaderNode[];
  readonly policies: readonly ReportPolicy[];
  /** `/`, `✓`, `√` or `x`. */
  readonly markCharacter: string;
  /** What stands in a text cell without text. */
  readonly nothing: "-" | "";
  /** In front of a policy's title: `1. `, `นโยบายที่ 1 ` and the like; `#` stands for the number. */
  readonly policyPrefix: string;
  /** Sums of both budget columns, in a last row that is no activity. */
  readonly total: { readonly text: string; readonly allocated: Money; readonly disbursed: Money } | null;
}

export interface ReportOptions {
  readonly digits?: "thai" | "arabic";
  readonly hasMarks?: boolean;
  readonly policyCount?: number;
  readonly maxActivities?: number;
}

function leafRoles(nodes: readonly HeaderNode[]): Set<ColumnRole> {
  return new Set(nodes.flatMap((node) => ("role" in node ? [node.role] : [...leafRoles(node.children)])));
}

function drawIssues(own: Phrase | null, writing: Writing): Phrase | null {
  if (own !== null) return own;
  if (writing.random.chance(0.7)) return null;
  const problem = writing.pick(COMMON_ISSUES);
  if (writing.random.chance(0.3)) {
    return sayAll(
      [say`-${problem}`, say`-${writing.pick(COMMON_ISSUES.filter((one) => one !== problem))}`],
      "\n",
    );
  }
  return say`${problem}`;
}

function drawMarks(random: Random): Pick<ReportActivity, "followed" | "deviated" | "completed"> {
  const [followed, deviated, completed] = random.weighted([
    [[true, false, false], 4],
    [[false, false, true], 4],
    [[true, false, true], 2],
    [[false, true, false], 1],
    [[false, true, true], 0.3],
    [[false, false, false], 0.4],
  ] as const);
  return { followed, deviated, completed };
}

/** A report with other wording, another office and other figures for every seed. */
export function drawReport(random: Random, options: ReportOptions = {}): Report {
  const digits = options.digits ?? (random.chance(0.78) ? "thai" : "arabic");
  const inDigits = digits === "thai" ? toThaiDigits : (text: string): string => text;
  const office = drawOffice(random);
  const fiscalYearBE = random.integer(2562, 2569);
  const writing = makeWriting(office, fiscalYearBE, random);
  const hasMarks = options.hasMarks ?? random.chance(0.8);
  const header = drawColumnPlan(random, { fiscalYearBE, digits, bylaw: office.bylaw, hasMarks });
  const roles = leafRoles(header);
  const moneyHabits = drawMoneyHabits(random);
  const noMoney: Money = { print: "", baht: null };

  const count = options.policyCount ?? random.integer(4, 9);
  // The order of the usual form is kept: policies are left out, not shuffled.
  const chosen = new Set(random.shuffle(TOPICS).slice(0, count));
  const runsOn = random.chance(0.12);
  let running = 0;
  const finish = (phrase: Phrase): Phrase => mapPhrase(phrase, inDigits);
  const policies = TOPICS.filter((topic) => chosen.has(topic)).map((topic, policyIndex): ReportPolicy => {
    const most = Math.min(topic.activities.length, options.maxActivities ?? 4);
    const writers = random.shuffle(topic.activities).slice(0, random.integer(1, most));
    return {
      number: policyIndex + 1,
      title: random.pick(topic.headings),
      activities: writers.map((write, index): ReportActivity => {
        running += 1;
        const text = write(writing);
        const issues = drawIssues(text.issues, writing);
        const money = drawMoneyPair(random, moneyHabits);
        const marks = drawMarks(random);
        const advice = roles.has("advice") && random.chance(0.4) ? say`${writing.pick(COMMON_ISSUES)}` : null;
        return {
          number: runsOn ? running : index + 1,
          name: finish(text.name),
          target: text.target === null ? null : finish(text.target),
          result: finish(text.result),
          issues: issues === null ? null : finish(issues),
          advice: advice === null ? null : finish(advice),
          other: random.pick([office.secretariat, ...DIVISIONS.slice(0, 3)]),
          allocated: roles.has("allocated") ? money.allocated : noMoney,
          disbursed: roles.has("disbursed") ? money.disbursed : noMoney,
          followed: marks.followed,
          deviated: marks.deviated,
          completed: marks.completed,
        };
      }),
    };
  });
  const all = policies.flatMap((policy) => policy.activities);
  const sum = (role: "allocated" | "disbursed"): Money =>
    roles.has(role)
      ? printMoney(
          all.reduce((total, activity) => total + (activity[role].baht ?? 0), 0),
          moneyHabits,
        )
      : noMoney;
  return {
    office,
    fiscalYearBE,
    digits,
    coverLines: drawCoverLines(office, fiscalYearBE, random).map(inDigits),
    titleLines: drawTitleLines(office, fiscalYearBE, random).map(inDigits),
    header,
    policies,
    markCharacter: random.weighted([
      ["/", 5],
      ["✓", 2],
      ["√", 2],
      ["x", 1],
    ]),
    nothing: random.chance(0.6) ? "-" : "",
    policyPrefix: random.weighted([
      ["#. ", 8],
      ["#) ", 1],
      ["นโยบายที่ # ", 1],
    ]),
    total:
      roles.has("allocated") && random.chance(0.25)
        ? {
            text: random.pick(["รวม", "รวมทั้งสิ้น", "รวมเป็นเงิน"]),
            allocated: sum("allocated"),
            disbursed: sum("disbursed"),
          }
        : null,
  };
}
