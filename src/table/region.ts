import type { PixelRect } from "../model/box.ts";
import type { Ruling } from "../model/table.ts";
import type { Edge } from "./cluster-positions.ts";

/** Fewer columns make no table. */
export const FEWEST_COLUMNS = 3;
/** Rules of one table begin (and end) within this distance of each other, in body heights. */
export const SAME_END = 1.5;
/** Rules nearer to each other than this, in body heights, are one border. */
export const SAME_EDGE = 0.5;

/** A stretch of a page that holds a table without a full grid of rules: its outer borders, its rules and its print. */
export interface Region {
  readonly left: number;
  readonly right: number;
  /** Full rules from top to bottom, with imagined edges where the page cuts the table; two at least. */
  readonly rows: readonly Edge[];
  readonly partialRules: readonly Ruling[];
  /** Upright rules inside, where there are any after all. */
  readonly columnRules: readonly Edge[];
  readonly runs: readonly PixelRect[];
  readonly closedAtTop: boolean;
  readonly closedAtBottom: boolean;
}
