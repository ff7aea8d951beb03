import type { FontFace } from "../fonts.ts";

/** Everything of a page in points, origin top left, y down: what is drawn and where. */
export type PageItem =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly face: FontFace;
      readonly sizePt: number;
      readonly left: number;
      readonly baseline: number;
      readonly letterSpacing: number;
      readonly underline: boolean;
    }
  | {
      readonly kind: "rule";
      /** From (x1, y1) to (x2, y2), upright or level. */
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly thickness: number;
      /** 0 black to 255 white. */
      readonly level: number;
      /** Lengths of dashes and gaps; empty for an unbroken rule. */
      readonly dash: readonly number[];
    }
  | {
      /** A mark that no font has: drawn as a stroke in a square. */
      readonly kind: "mark";
      readonly mark: "✓" | "√";
      readonly centerX: number;
      readonly centerY: number;
      readonly size: number;
    };

/** A cell as it stands in the grid of a page; rows and columns count from 0. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** A table as printed on one page: the truth for a grid finder. Edges are where rules run, or would run. */
export interface PlacedTable {
  readonly columnEdges: readonly number[];
  readonly rowEdges: readonly number[];
  readonly headerRowCount: number;
  readonly closedAtTop: boolean;
  readonly closedAtBottom: boolean;
  readonly cells: readonly PlacedCell[];
}

export interface LaidOutPage {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly items: readonly PageItem[];
  readonly tables: readonly PlacedTable[];
}
