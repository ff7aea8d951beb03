import type { Random } from "../random.ts";
import { formatBaht } from "./thai-numerals.ts";

/** An amount as printed (Arabic digits) and what it is worth; `null` where nothing or a dash is printed. */
export interface Money {
  readonly print: string;
  readonly baht: number | null;
}

/** How a report prints amounts. */
export interface MoneyHabits {
  /** `always` also prints `.00`. */
  readonly satang: "never" | "where-due" | "always";
  /** What stands where there is no amount. */
  readonly nothing: "-" | "";
  /** `140,000.-`, as on old forms. */
  readonly endsInDash: boolean;
}

export function drawMoneyHabits(random: Random): MoneyHabits {
  return {
    satang: random.weighted([
      ["never", 4],
      ["where-due", 3],
      ["always", 2],
    ]),
    nothing: random.chance(0.75) ? "-" : "",
    endsInDash: random.chance(0.06),
  };
}

/** An amount in the report's way; satang that its habits don't print are not in its worth either. */
export function printMoney(baht: number, habits: MoneyHabits): Money {
  const worth = habits.satang === "never" ? Math.round(baht) : Math.round(baht * 100) / 100;
  const decimals = habits.satang === "always" || !Number.isInteger(worth) ? 2 : 0;
  const end = habits.endsInDash && decimals === 0 ? ".-" : "";
  return { print: formatBaht(worth, decimals) + end, baht: worth };
}

const roundTo = (value: number, step: number): number => Math.round(value / step) * step;

/** What was set aside and what was spent of it. */
export function drawMoneyPair(random: Random, habits: MoneyHabits): { allocated: Money; disbursed: Money } {
  const nothing: Money = { print: habits.nothing, baht: null };
  if (random.chance(0.45)) return { allocated: nothing, disbursed: nothing };
  const size = random.weighted([
    [random.between(1_000, 20_000), 4],
    [random.between(20_000, 300_000), 6],
    [random.between(300_000, 2_500_000), 1.5],
    [random.between(2_500_000, 29_000_000), 0.4],
  ]);
  const allocated = roundTo(size, random.pick([500, 1_000, 5_000, 10_000, 20]));
  const spent = random.weighted([
    [roundTo(allocated * random.next(), random.pick([1, 10, 0.01, 0.25])), 7],
    [allocated, 2],
    [0, 1],
  ]);
  const unspent: Money = random.chance(0.5) ? printMoney(0, habits) : nothing;
  return {
    allocated: printMoney(allocated, habits),
    disbursed: spent === 0 ? unspent : printMoney(spent, habits),
  };
}
