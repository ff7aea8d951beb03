import { keepEngine } from "./kept-engine.ts";
import { openTranscript } from "./open-transcript.ts";
import { createPageReader } from "./page-reader.ts";
import { servePages } from "./serve-pages.ts";

const engineOf = keepEngine();
servePages(async (options) => {
  const transcript = await openTranscript(options.filePath);
  if (transcript !== null) return transcript;
  const reader = await createPageReader(options, () => engineOf(options.modelPath));
  // It starts in its own thread while the first page is drawn and cleaned; what fails is told where a page asks for it.
  void engineOf(options.modelPath).catch(() => undefined);
  return reader;
});
