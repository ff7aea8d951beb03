import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/run/default-model-path.ts";
import { PROMISES } from "./promises.ts";

/**
 * `npm run break-promises [-- WORDS]`: breaks each promise of docs/reliability.md in the code, one by one, and sees whether a
 * test fails then. The code is put back after each, also on Ctrl-C. With words, only promises that have them.
 */
const words = process.argv.slice(2).join(" ").toLowerCase();
const chosen = PROMISES.filter(({ promise }) => promise.toLowerCase().includes(words));
let kept = 0;
for (const { promise, tests, broken } of chosen) {
  const path = join(packageRoot(), broken.file);
  const text = readFileSync(path, "utf8");
  const restore = (): void => writeFileSync(path, text);
  const onSignal = (): void => {
    restore();
    process.exit(130);
  };
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    writeFileSync(path, text.replace(broken.from, () => broken.to));
    const { status } = spawnSync("npx", ["vitest", "run", ...tests], { cwd: packageRoot(), stdio: "ignore" });
    const isHeld = status !== 0;
    if (isHeld) kept += 1;
    process.stdout.write(`${isHeld ? "held  " : "LOOSE "} ${promise}\n`);
  } finally {
    restore();
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}
process.stdout.write(`${kept} of ${chosen.length} promises are held by a test\n`);
process.exitCode = kept === chosen.length ? 0 : 1;
