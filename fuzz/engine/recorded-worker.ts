import { openTranscript } from "../../src/run/open-transcript.ts";
import { createPageReader } from "../../src/run/page-reader.ts";
import { servePages } from "../../src/run/serve-pages.ts";
import { recordedEngine } from "./recorded-engine.ts";

/** The page worker of the program with recorded lines in place of the recognizer. */
const engine = recordedEngine();
servePages(
  async (options) =>
    (await openTranscript(options.filePath)) ?? (await createPageReader(options, async () => engine)),
);
