import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const OWN_MODEL = "models/raingan-tha.traineddata";
const NUMBER_MODEL = "models/raingan-numbers.traineddata";
const STOCK_MODEL = "4.0.0_best_int/tha.traineddata.gz";

/** The project's own model where it is there, else the stock Thai model of `@tesseract.js-data/tha`. */
export function defaultModelPath(): string {
  const own = join(packageRoot(), OWN_MODEL);
  if (existsSync(own)) return own;
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve("@tesseract.js-data/tha/package.json")), STOCK_MODEL);
}

/** The net that checks numbers, whatever model reads the rest; null where it is not there. */
export function numberModelPath(): string | null {
  const own = join(packageRoot(), NUMBER_MODEL);
  return existsSync(own) ? own : null;
}

/** The folder that holds package.json: two levels up in the sources, three in a build. */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}
