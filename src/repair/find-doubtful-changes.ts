import { chooseProposal, type Choice } from "./choose-proposal.ts";
import type { TextDoubt } from "./doubt-costs.ts";
import { type PhraseTools, type Proposal, proposePhrases } from "./find-phrase-changes.ts";
import { lettersAround, THAI_LETTER } from "./letters-around.ts";
import { isCutBySigns, isGlued, type RepairScene } from "./repair-scene.ts";

/** Shorter wordings have too many neighbours to be told by one symbol. */
const LEAST_WEIGHT = 3;

/** One symbol, or a letter with its mark. */
const MAX_SLIPS = 1;
const MAX_PLAIN_COST = 1.1;

/** Letters on both sides that are covered by words with a wording and without it. */
const REACH = 24;

/**
 * Wordings that differ from what was read in nothing but a symbol that the engine doubted, where what was read is made
 * of words (การกิจ for ภารกิจ): with it fewer words must cover the text.
 *
 * @param text compact text with closed characters masked
 * @param scene the text without the mask: a part of the same word may be closed
 */
export function findDoubtfulChanges(
  text: string,
  scene: Pick<RepairScene, "compact" | "closed">,
  doubt: TextDoubt,
  tools: PhraseTools,
): Choice[] {
  const choices: Choice[] = [];
  for (let index = 0; index < text.length; index++) {
    if (!THAI_LETTER.test(text[index]!) || doubt.doubtful[index] === 0) continue;
    const proposals = proposePhrases(text, { start: index, end: index + 1 }, tools, doubt).filter(
      (proposal) => isInPlace(proposal) && isSimpler(text, proposal, tools),
    );
    const choice = chooseProposal(text, proposals, tools);
    if (choice?.applied !== true || isCutBySigns(scene, choice.start, choice.end)) continue;
    // What was decided beside it may have mended the same slip: of ตวาม it made ความ, which lacks no ค in front of its วาม.
    if (!addsAtEdge(text, choice) || !isGlued(scene, choice.start, choice.end)) choices.push(choice);
  }
  return choices;
}

function addsAtEdge(text: string, { start, end, to }: Choice): boolean {
  const read = text.slice(start, end);
  return to.startsWith(read) || to.endsWith(read);
}

function isInPlace({ slips, plainCost, weight }: Proposal): boolean {
  return slips <= MAX_SLIPS && plainCost <= MAX_PLAIN_COST && weight >= LEAST_WEIGHT;
}

/**
 * Whether words cover as much as before, and fewer of them do. With as many, however long the wording, a right word is
 * made another (องค์กร and องค์การ).
 */
function isSimpler(text: string, { start, end, to }: Proposal, { words }: PhraseTools): boolean {
  const window = lettersAround(text, { start, end }, REACH);
  const [before, after] = [text.slice(window.start, start), text.slice(end, window.end)];
  const read = words.cover(before + text.slice(start, end) + after);
  const made = words.cover(before + to + after);
  return made.unknown <= read.unknown && made.words.length < read.words.length;
}
