import { THAI_LETTER } from "./letters-around.ts";
import type { RepairScene } from "./repair-scene.ts";

/** White space between two Thai letters of one line that may be changed. */
export interface InnerSpace {
  /** Where it stands in the observed text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The letters up to the next space, sign or closed place on either side. */
  readonly left: string;
  readonly right: string;
}

/** @param reach letters taken at most on either side */
export function listSpaces(
  { observed, compact, closed }: Pick<RepairScene, "observed" | "compact" | "closed">,
  reach: number,
): InnerSpace[] {
  const { text, offsets, breakBefore } = compact;
  const isOpen = (index: number): boolean => closed[index] === 0 && THAI_LETTER.test(text[index]!);
  const spaces: InnerSpace[] = [];
  for (let index = 1; index < text.length; index++) {
    if (breakBefore[index] !== true || !isOpen(index - 1) || !isOpen(index)) continue;
    const [start, end] = [offsets[index - 1]! + 1, offsets[index]!];
    if (observed.slice(start, end).includes("\n")) continue;
    let [first, last] = [index - 1, index + 1];
    while (first > 0 && index - first < reach && !breakBefore[first] && isOpen(first - 1)) first--;
    while (last < text.length && last - index < reach && !breakBefore[last] && isOpen(last)) last++;
    spaces.push({ start, end, left: text.slice(first, index), right: text.slice(index, last) });
  }
  return spaces;
}
