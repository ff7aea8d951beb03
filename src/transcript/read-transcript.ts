import { layOutPages } from "./lay-out-pages.ts";
import type { LaidOutTranscript } from "./lay-out-pages.ts";
import { readBlocks } from "./read-blocks.ts";
import { splitPages } from "./split-pages.ts";
import { TranscriptBudget, checkLimit } from "./transcript-limits.ts";

/**
 * Another engine's text as pages: text, tables between tabs or bars or in HTML, pages one after another. Time and memory grow
 * with the text, whatever it says.
 *
 * @throws TranscriptLimitError where it asks for more than a transcript may have
 */
export function readTranscript(text: string): LaidOutTranscript {
  checkLimit("characters", text.length);
  return layOutPages(splitPages(readBlocks(text, new TranscriptBudget())));
}
