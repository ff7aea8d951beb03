import type { Random } from "../random.ts";
import type { Office } from "./draw-office.ts";
import { type Phrase, type PhrasePart, say, sayAll } from "./phrase.ts";
import { type DateStyle, writeDate, writeDateRange, writeHalfYear, writeMonth } from "./write-date.ts";

/** Texts of an activity before they are set in a table. `null` is an empty cell or a dash. */
export interface ActivityText {
  readonly name: Phrase;
  readonly target: Phrase | null;
  readonly result: Phrase;
  readonly issues: Phrase | null;
}

export type ActivityWriter = (writing: Writing) => ActivityText;

/** One policy: the ways its heading is worded, and what is done under it. */
export interface Topic {
  readonly headings: readonly string[];
  readonly activities: readonly ActivityWriter[];
}

const MARKERS = {
  point: (number: number) => `${number}. `,
  bracket: (number: number) => `${number}) `,
  brackets: (number: number) => `(${number}) `,
  dash: () => "-",
  "dash-space": () => "- ",
  bullet: () => "• ",
} as const;

export type ListMarker = keyof typeof MARKERS;

/** What a writer of one report has at hand: the office, the year, chance, and habits that last over the report. */
export interface Writing {
  readonly office: Office;
  readonly fiscalYearBE: number;
  readonly random: Random;
  pick<T>(items: readonly T[]): T;
  /** Some of the items, in their order drawn, none twice. */
  some<T>(items: readonly T[], low: number, high: number): T[];
  date(): Phrase;
  range(): Phrase;
  /** A half of the fiscal year, from its first to its last day. */
  halfYear(half: 1 | 2): Phrase;
  /** A month without a day: not a date. */
  month(): Phrase;
  /** `9/2566`: an order's number. */
  order(): string;
  /** Each item on a line of its own with its marker; the marker is the report's own where none is asked for. */
  list(items: readonly PhrasePart[], marker?: ListMarker): Phrase;
  /** `2564 - 2566`: the three years of a plan. */
  planYears(): string;
  /** `ประจำปีงบประมาณ พ.ศ. 2566` in one of its forms. */
  inYear(): string;
  /** `อบต.ไผ่สิงห์`, in full now and then. */
  us(): string;
}

export function makeWriting(office: Office, fiscalYearBE: number, random: Random): Writing {
  const style: DateStyle = random.pick(["long", "short-year-2", "short-year-4", "long"]);
  const usualMarker = random.pick(["bracket", "dash", "brackets", "dash-space", "bullet", "point"] as const);
  const dash = random.pick([" - ", "-", " – "]);
  const dateStyle = (): DateStyle => (random.chance(0.75) ? style : random.pick(["long", "short-year-2"]));
  return {
    office,
    fiscalYearBE,
    random,
    pick: (items) => random.pick(items),
    some: (items, low, high) => random.shuffle(items).slice(0, random.integer(low, high)),
    date: () => writeDate(random, fiscalYearBE, dateStyle()),
    range: () => writeDateRange(random, fiscalYearBE, dateStyle()),
    halfYear: (half) => writeHalfYear(random, fiscalYearBE, half, dateStyle()),
    month: () => writeMonth(random, fiscalYearBE, dateStyle()),
    order: () => `${random.integer(1, 780)}/${fiscalYearBE - (random.chance(0.3) ? 1 : 0)}`,
    list: (items, marker = usualMarker) =>
      sayAll(
        items.map((item, index) => say`${MARKERS[marker](index + 1)}${item}`),
        "\n",
      ),
    planYears: () => {
      const start = fiscalYearBE - ((fiscalYearBE - 2564) % 3);
      return `${start}${dash}${start + 2}`;
    },
    inYear: () =>
      random.pick([
        `ประจำปีงบประมาณ พ.ศ. ${fiscalYearBE}`,
        `ประจำปีงบประมาณ ${fiscalYearBE}`,
        `ประจำปี ${fiscalYearBE}`,
        `ประจำปีงบประมาณ พ.ศ.${fiscalYearBE}`,
      ]),
    us: () => (random.chance(0.8) ? office.shortName : office.organization.name),
  };
}
