import { keepEngine } from "./kept-engine.ts";
import { createPageReader } from "./page-reader.ts";
import { servePages } from "./serve-pages.ts";

const engineOf = keepEngine();
servePages((options) => createPageReader(options, () => engineOf(options.modelPath)));
