import type { WordDictionary } from "./dictionary-schema.ts";
import { RecentMap } from "./recent-map.ts";
import { splitThaiClusters } from "./thai-clusters.ts";

/** A half-open range of characters. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

interface CoveredRange extends TextRange {
  readonly isUnknown: boolean;
}

/** Tells words from strings that are none. */
export interface WordJudge {
  isWord(text: string): boolean;
  /** The parts of a text that words cannot cover, from the left; Thai letters only, whole clusters. */
  unknownRanges(text: string): TextRange[];
  /** How the parts of a text that are Thai letters are best covered: the fewest words, and how many of what is left. */
  cover(text: string): Cover;
}

/** A covering by words; `words` in their order, `unknown` characters that none covers. */
export interface Cover {
  readonly words: readonly string[];
  readonly unknown: number;
}

const THAI_RUN = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e45]+/gu;

/** Strings whose verdict is kept; clean reports hold about 3,000 different words. */
const MAX_REMEMBERED = 20_000;

/** Longer runs of letters hardly ever stand twice. */
const LONGEST_REMEMBERED = 80;

/** ICU knows many short strings that no report has (เพือ, เรือง); what is common among them is listed anyway. */
const SHORTEST_OF_ICU = 6;

/** ICU hangs unknown letters on a word of one or two letters: รถยบต์ is no word, but รถ is. */
const SHORT_ROOT = 2;

/** The longest words are phrases: พระราชบัญญัติ… */
const LONGEST_WORD = 32;

/** A character that no word covers is worse than many words. */
const UNKNOWN_COST = 20;

/**
 * Judges by two lists: the words of the published Thai model, and the dictionary of ICU, which Node carries and
 * which cannot be listed. A word of ICU's shows when it is doubled: `ประสบการณ์ประสบการณ์` is cut in the middle,
 * `ประสบกาณ์ประสบกาณ์` anywhere. A text is covered with as few words as can be; ICU's own cuts are not used, since
 * one unknown letter moves them over several words.
 *
 * @param ownWords further words, any text: names and phrases of the other dictionaries
 */
export function buildWordJudge(dictionary: WordDictionary, ownWords: Iterable<string> = []): WordJudge {
  const unlikely = new Set(dictionary.unlikely.split(" "));
  const listed = new Set([...dictionary.words.flatMap((line) => line.split(" ")), ...ownWords]);
  // ICU's dictionary takes a third of all loading time, and a report without a doubtful string does not need it.
  let segmenter: Intl.Segmenter | null = null;
  const segmentsOf = (text: string): string[] => {
    segmenter ??= new Intl.Segmenter("th", { granularity: "word" });
    return Array.from(segmenter.segment(text), ({ segment }) => segment);
  };
  const verdicts = new Map<string, boolean>();

  const isDoubledWord = (text: string): boolean => {
    const segments = segmentsOf(text + text);
    return segments.length === 2 && segments[0] === text;
  };
  const isWord = (text: string): boolean => {
    if (listed.has(text)) return true;
    if (text.length < SHORTEST_OF_ICU || unlikely.has(text)) return false;
    const known = verdicts.get(text);
    if (known !== undefined) return known;
    const verdict = isDoubledWord(text) && !isDoubledWord(text.slice(0, SHORT_ROOT));
    if (verdicts.size >= MAX_REMEMBERED) verdicts.clear();
    verdicts.set(text, verdict);
    return verdict;
  };

  const coverRun = (run: string): CoveredRange[] => {
    const bounds = [0];
    for (const cluster of splitThaiClusters(run)) bounds.push(bounds.at(-1)! + cluster.length);
    /** By the end of a word of ICU's where it begins. */
    const icuStart = new Int32Array(run.length + 1).fill(-1);
    let position = 0;
    for (const segment of segmentsOf(run)) {
      if (isWord(segment)) icuStart[position + segment.length] = position;
      position += segment.length;
    }
    const best: { cost: number; from: number; isUnknown: boolean }[] = [
      { cost: 0, from: 0, isUnknown: false },
    ];
    for (let end = 1; end < bounds.length; end++) {
      const before = best[end - 1]!;
      let step = {
        cost: before.cost + UNKNOWN_COST * (bounds[end]! - bounds[end - 1]!),
        from: end - 1,
        isUnknown: true,
      };
      for (let from = end - 1; from >= 0 && bounds[end]! - bounds[from]! <= LONGEST_WORD; from--) {
        const cost = best[from]!.cost + 1;
        if (cost >= step.cost) continue;
        const isKnown =
          icuStart[bounds[end]!] === bounds[from] || listed.has(run.slice(bounds[from], bounds[end]));
        if (isKnown) step = { cost, from, isUnknown: false };
      }
      best.push(step);
    }
    const ranges: CoveredRange[] = [];
    for (let end = bounds.length - 1; end > 0; end = best[end]!.from) {
      const { from, isUnknown } = best[end]!;
      const next = ranges.at(-1);
      if (isUnknown && next?.isUnknown === true) {
        ranges[ranges.length - 1] = { start: bounds[from]!, end: next.end, isUnknown };
      } else ranges.push({ start: bounds[from]!, end: bounds[end]!, isUnknown });
    }
    return ranges.toReversed();
  };
  const covered = new RecentMap<readonly CoveredRange[]>();
  /** The same words stand in most rows of a long list, and beside every space and slip they are asked for again. */
  const coverKnown = (run: string): readonly CoveredRange[] =>
    run.length > LONGEST_REMEMBERED ? coverRun(run) : covered.getOrMake(run, () => coverRun(run));

  return {
    isWord,
    unknownRanges: (text) =>
      Array.from(text.matchAll(THAI_RUN)).flatMap(({ 0: run, index }) =>
        coverKnown(run)
          .filter(({ isUnknown }) => isUnknown)
          .map(({ start, end }) => ({ start: index + start, end: index + end })),
      ),
    cover(text) {
      const words: string[] = [];
      let unknown = 0;
      for (const [run] of text.matchAll(THAI_RUN)) {
        for (const { start, end, isUnknown } of coverKnown(run)) {
          if (isUnknown) unknown += end - start;
          else words.push(run.slice(start, end));
        }
      }
      return { words, unknown };
    },
  };
}
