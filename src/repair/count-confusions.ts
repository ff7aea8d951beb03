import { alignTexts } from "./align-texts.ts";
import { foldForComparison } from "./compact-text.ts";
import { type EditCosts, encodeText } from "./edit-costs.ts";
import { encodedDistance } from "./thai-distance.ts";

/** What was printed and what was read in its place, over many texts. */
export interface ConfusionCounts {
  /** Printed characters that were compared. */
  characters: number;
  /** How often each character was printed. */
  readonly printed: Map<string, number>;
  /** By `truth`, a tab and `observed`, either of them perhaps empty. */
  readonly confusions: Map<string, number>;
}

export function noConfusions(): ConfusionCounts {
  return { characters: 0, printed: new Map(), confusions: new Map() };
}

/** Texts farther apart are not two readings of one print: a line went to another row. */
const MAX_DISTANCE = 0.12;

/** As many characters of either text one confusion may take up. */
const MAX_SIZE = 3;

/** Aligns what was read with what was printed and adds up what differs. Neighbouring differences are one confusion. */
export function countConfusions(
  observed: string,
  truth: string,
  costs: EditCosts,
  counts: ConfusionCounts,
): void {
  const [read, printed] = [foldForComparison(observed), foldForComparison(truth)];
  const [readCodes, printedCodes] = [encodeText(read), encodeText(printed)];
  if (encodedDistance(readCodes, printedCodes, costs) > MAX_DISTANCE) return;
  counts.characters += printed.length;
  const add = (to: Map<string, number>, key: string): void => {
    to.set(key, (to.get(key) ?? 0) + 1);
  };
  for (const character of printed) add(counts.printed, character);

  let [before, after] = ["", ""];
  const close = (): void => {
    const isSmall = before.length <= MAX_SIZE && after.length <= MAX_SIZE;
    if (before !== after && isSmall) add(counts.confusions, `${after}\t${before}`);
    [before, after] = ["", ""];
  };
  for (const step of alignTexts(readCodes, printedCodes, costs)) {
    const part = read.slice(step.observedStart, step.observedEnd);
    const wanted = printed.slice(step.truthStart, step.truthEnd);
    if (part === wanted) close();
    else {
      before += part;
      after += wanted;
    }
  }
  close();
}
