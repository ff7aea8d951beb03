import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The Thai model that Tesseract publishes. */
export const STOCK_MODEL = join(
  dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/tha/package.json")),
  "4.0.0_best_int/tha.traineddata.gz",
);
