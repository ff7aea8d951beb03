import type { PointBox } from "./box.ts";
import type { ReadingMethod } from "./page.ts";

/** One change of a text; `start` is a UTF-16 offset in the text the change is applied to. */
export interface Repair {
  readonly from: string;
  readonly to: string;
  readonly start: number;
  /** The rule or dictionary that decided, e.g. `dictionary:policy-headings`. */
  readonly rule: string;
  readonly score: number;
  /** A suggestion below the threshold is kept with `false`. */
  readonly applied: boolean;
}

/** Where a field's value comes from. */
export interface Evidence {
  /** What was read, normalized and joined, before any repair. */
  readonly observed: string | null;
  readonly method: ReadingMethod;
  readonly confidence: number;
  readonly boxes: readonly PointBox[];
  /** Applied in order to `observed`, those with `applied` give the field's text. */
  readonly repairs: readonly Repair[];
}
