import type { PointBox } from "../model/box.ts";
import type { ReadLine } from "../model/reading.ts";
import { lineClusters, lineExtent } from "./line-characters.ts";

/** How text is set in one column, in points. */
export interface ColumnMeasure {
  /** From the cell's left edge to where most lines begin. */
  readonly leftGap: number;
  /** Whether lines begin where the padding ends; else they are centred or end at the right. */
  readonly isLeftAligned: boolean;
  /** From where a full line ends to the cell's right edge. */
  readonly rightPadding: number;
  /** Usual width of one spacing character: the unit of all tolerances, since it grows with the type. */
  readonly advance: number;
}

/** A cell's printed lines, or those of any other box that text was set in. */
export interface TextBlock {
  readonly box: PointBox;
  readonly lines: readonly ReadLine[];
}

/** No table pads its cells by more than this; a wider gap is an indent, or the text is centred. */
const WIDEST_PADDING_CHARACTERS = 2;
/** From so many lines on, the longest ones tell where a full line ends. */
const LINES_THAT_SHOW_THE_MARGIN = 30;

/**
 * Measures one column over all its cells, on whatever pages they are.
 *
 * Word processors and browsers pad both sides of a cell alike, so the left padding also tells the right one; measured
 * on both typeset fixtures the longest line ends within 0.3 points of it. Where many lines all end earlier, the text
 * has a right indent, and the longest lines count instead (the second longest: one line may be misread beyond its end).
 */
export function measureColumn(blocks: readonly TextBlock[]): ColumnMeasure {
  const lines = blocks.flatMap((block) =>
    block.lines
      .filter((line) => line.text.trim() !== "")
      .map((line) => {
        const { left, right } = lineExtent(line);
        return {
          leftGap: left - block.box.left,
          rightGap: block.box.left + block.box.width - right,
          advance: (right - left) / Math.max(1, lineClusters(line).length),
        };
      }),
  );
  const advance = quantile(
    lines.map((line) => line.advance),
    0.5,
  );
  const leftGap = quantile(
    lines.map((line) => line.leftGap),
    0.1,
  );
  const rightGaps = lines.map((line) => line.rightGap).toSorted((a, b) => a - b);
  const shortest = rightGaps[0] ?? 0;
  const secondShortest = rightGaps[1] ?? shortest;
  const padding = Math.min(leftGap, WIDEST_PADDING_CHARACTERS * advance);
  const hasRightIndent = lines.length >= LINES_THAT_SHOW_THE_MARGIN && secondShortest > padding + 2 * advance;
  const longest = lines.length < 10 ? shortest : secondShortest;
  const rightPadding = hasRightIndent ? secondShortest - advance : Math.min(padding, longest);
  return {
    leftGap: Math.max(0, leftGap),
    isLeftAligned: leftGap <= WIDEST_PADDING_CHARACTERS * advance,
    rightPadding: Math.max(0, rightPadding),
    advance,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
