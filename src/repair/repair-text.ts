import type { Repair } from "../model/evidence.ts";
import { applyRepairs } from "./apply-repairs.ts";
import type { CharacterConfidences } from "./character-confidences.ts";
import { chooseProposal, type Choice } from "./choose-proposal.ts";
import type { AbbreviationDictionary, OfficeDictionary } from "./dictionary-schema.ts";
import type { DocumentMemory } from "./document-memory.ts";
import type { DoubtCosts } from "./doubt-costs.ts";
import type { EditCosts } from "./edit-costs.ts";
import { findAbbreviationChanges } from "./find-abbreviation-changes.ts";
import { findDoubtfulChanges } from "./find-doubtful-changes.ts";
import { findBridgedChanges } from "./find-bridged-changes.ts";
import { findMonthSuggestions } from "./find-month-suggestions.ts";
import { type DocumentNames, findNameChanges } from "./find-name-changes.ts";
import { proposePhrases } from "./find-phrase-changes.ts";
import { findSettledChanges } from "./find-settled-changes.ts";
import type { PhraseIndex } from "./phrase-index.ts";
import { findSpaceChanges } from "./find-space-changes.ts";
import { findWrapSpaces } from "./find-wrap-spaces.ts";
import {
  addsWhatStandsBehindSign,
  closeRange,
  isCutBySigns,
  isGlued,
  openScene,
  openText,
} from "./repair-scene.ts";
import { changesOf, changesToRepairs, overlaps, type TextChange } from "./text-change.ts";
import type { WordJudge } from "./word-judge.ts";

export interface RunningTextDictionaries {
  readonly offices: OfficeDictionary;
  readonly phrases: PhraseIndex;
  readonly abbreviations: AbbreviationDictionary["abbreviations"];
  readonly words: WordJudge;
  readonly costs: EditCosts;
  readonly doubts: DoubtCosts | null;
}

/** What a text is repaired with: the dictionaries, and what its document says elsewhere. */
export interface RunningTextTools extends RunningTextDictionaries {
  readonly names: DocumentNames;
  readonly memory: DocumentMemory;
}

export interface RepairedText {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/** How a text came to be. */
export interface ReadingTraits {
  /** How sure the engine was of each of its characters; null where nothing is known of it. */
  readonly confidences?: CharacterConfidences | null;
  /** Whether a space may stand for a line that was wrapped. */
  readonly hasWrapSpaces?: boolean;
}

/**
 * Repairs running text: the document's names first, then wordings that are settled, strings that are no words, and
 * abbreviations. Each step leaves alone what an earlier one has decided, and all leave alone numbers, Latin words,
 * quotations and names of persons.
 *
 * @param observed normalized
 */
export function repairText(
  observed: string,
  tools: RunningTextTools,
  { confidences = null, hasWrapSpaces = false }: ReadingTraits = {},
): RepairedText {
  const scene = openScene(observed, confidences, tools.doubts);
  const changes: TextChange[] = findNameChanges(scene, tools.names, tools);
  const decide = (choice: Choice): void => {
    changes.push(...changesOf(scene.compact, choice.start, choice.end, choice.to, choice));
    if (choice.applied) closeRange(scene, choice.start, choice.end);
  };

  const settled = findSettledChanges(openText(scene), scene, tools.phrases, tools, (wording) =>
    tools.memory.has(wording),
  );
  for (const choice of withoutOverlaps(settled)) decide(choice);

  for (const { change, range } of findBridgedChanges(scene, tools.phrases)) {
    changes.push(change);
    closeRange(scene, range.start, range.end);
  }
  const text = openText(scene);
  for (const unknown of tools.words.unknownRanges(text)) {
    if (isGlued(scene, unknown.start, unknown.end)) continue;
    const proposals = [
      ...proposePhrases(text, unknown, tools, scene.doubt),
      ...tools.memory
        .propose(scene.compact.text, unknown, scene.doubt)
        .filter(({ to }) => THAI_LETTERS.test(to)),
    ];
    const choice = chooseProposal(text, proposals, tools);
    // It may reach farther than the string, over to where a part of the same word is lost.
    if (choice === null || isCutBySigns(scene, choice.start, choice.end)) continue;
    if (!addsWhatStandsBehindSign(scene, choice)) decide(choice);
  }
  if (scene.doubt !== null) {
    const doubtful = findDoubtfulChanges(openText(scene), scene, scene.doubt, tools);
    for (const choice of withoutOverlaps(doubtful)) decide(choice);
  }
  changes.push(
    ...findSpaceChanges(scene, tools.words),
    ...(hasWrapSpaces ? findWrapSpaces(scene, tools) : []),
    ...findAbbreviationChanges(observed, tools.abbreviations, tools.costs),
    ...findMonthSuggestions(observed, tools.phrases, tools.costs),
  );

  const kept: TextChange[] = [];
  for (const change of changes.toSorted((a, b) => Number(b.applied) - Number(a.applied))) {
    if (!kept.some((other) => overlaps(change, other))) kept.push(change);
  }
  const repairs = changesToRepairs(observed, kept);
  return { text: applyRepairs(observed, repairs), repairs };
}

const THAI_LETTERS = /^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e45]+$/u;

/** Of overlapping choices those that are applied, then the longest, then the surest. */
function withoutOverlaps(choices: readonly Choice[]): Choice[] {
  const kept: Choice[] = [];
  const size = ({ start, end }: Choice): number => end - start;
  for (const choice of choices.toSorted(
    (a, b) => Number(b.applied) - Number(a.applied) || size(b) - size(a) || b.score - a.score,
  )) {
    if (!kept.some((other) => choice.start < other.end && other.start < choice.end)) kept.push(choice);
  }
  return kept;
}
