import { type PhraseTools, proposePhrases } from "./find-phrase-changes.ts";
import { openScene, openText } from "./repair-scene.ts";

/** A wording that was compared with a part of a text. */
export interface ConsideredPhrase {
  readonly read: string;
  readonly wording: string;
  /** 1 for the wording itself, by its letters alone. */
  readonly score: number;
}

/** Wordings of one place; more say nothing. */
const MOST_OF_A_PLACE = 3;

/** For each string of `observed` that is no word the wordings that may stand there, nearest first, for explaining. */
export function considerPhrases(observed: string, tools: PhraseTools): ConsideredPhrase[] {
  const text = openText(openScene(observed));
  return tools.words.unknownRanges(text).flatMap((unknown) =>
    proposePhrases(text, unknown, tools)
      .map(({ start, end, to, cost, weight }) => ({
        read: text.slice(start, end),
        wording: to,
        score: Math.max(0, 1 - cost / weight),
      }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST_OF_A_PLACE),
  );
}
