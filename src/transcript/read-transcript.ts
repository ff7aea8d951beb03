import { layOutPages } from "./lay-out-pages.ts";
import type { LaidOutTranscript } from "./lay-out-pages.ts";
import { readBlocks } from "./read-blocks.ts";
import { splitPages } from "./split-pages.ts";

/** Another engine's text as pages: text, tables between tabs or bars or in HTML, pages one after another. */
export function readTranscript(text: string): LaidOutTranscript {
  return layOutPages(splitPages(readBlocks(text)));
}
