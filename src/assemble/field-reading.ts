import type { PointBox } from "../model/box.ts";
import type { Evidence } from "../model/evidence.ts";
import type { ReadingMethod } from "../model/page.ts";
import type { FormCell } from "../model/form.ts";
import type { ReadCell, ReadLine, ReadSymbol } from "../model/reading.ts";
import type { Remark } from "../model/remark.ts";
import { unionBox } from "../model/union-box.ts";

/** A field's value with where it comes from and what was noticed. */
export interface FieldReading<T> {
  readonly value: T;
  readonly evidence: Evidence;
  readonly remarks: readonly Remark[];
}

/** What one row holds of a field; a field that runs over pages has several parts. */
export interface FieldPart {
  readonly cell: FormCell;
  /** How its row hangs on to the one before; null for the first. */
  readonly joint: "wrapped" | "split" | null;
}

/** How pages were read, as far as it decides what can be believed. */
export interface ReadingConditions {
  readonly method: ReadingMethod;
  /** Whether the recognition model has all ten Thai digits. */
  readonly knowsDigits: boolean;
}

export function symbolsOf(lines: readonly ReadLine[]): ReadSymbol[] {
  return lines.flatMap((line) => line.symbols);
}

/** Around a cell's lines; the cell itself where it has none. */
export function inkBox(cell: ReadCell): PointBox {
  return cell.lines.length === 0 ? cell.box : unionBox(cell.lines.map((line) => line.box));
}
