import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeRandom } from "../../maker/random.ts";
import type { Random } from "../../maker/random.ts";
import { makeLine } from "../lines/make-line.ts";
import type { LineShares } from "../lines/make-line.ts";
import { encodeLstmf } from "../model-format/lstmf.ts";
import type { LineSample } from "../model-format/lstmf.ts";
import type { LineText } from "../text/line-text.ts";
import { openFolder } from "../work-folder.ts";

/** Lines in one file: small enough that an interrupted run loses little. */
export const LINES_PER_FILE = 500;

/** Writes the texts of `fileCount` files, each seeded by its own name; those that are there already stay. */
export function writeTexts(
  seed: string,
  fileCount: number,
  writeLine: (random: Random) => LineText,
): string[] {
  return Array.from({ length: fileCount }, (_, index) => {
    const name = `${seed}-${String(index + 1).padStart(3, "0")}`;
    const path = join(openFolder("texts"), `${name}.jsonl`);
    if (!existsSync(path)) {
      const random = makeRandom(`text/${name}`);
      const lines = Array.from({ length: LINES_PER_FILE }, () => JSON.stringify(writeLine(random)));
      writeFileSync(path, `${lines.join("\n")}\n`);
    }
    return name;
  });
}

export function readTexts(name: string): LineText[] {
  const text = readFileSync(join(openFolder("texts"), `${name}.jsonl`), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as LineText);
}

/** Draws the lines of a text file into an lstmf file of the same name; one that is there already stays. */
export async function makeLineFile(name: string, shares: LineShares): Promise<string> {
  const path = join(openFolder("lines"), `${name}.lstmf`);
  if (existsSync(path)) return path;
  const samples: LineSample[] = [];
  for (const [index, line] of readTexts(name).entries()) {
    const sample = await makeLine(line, "training", makeRandom(`line/${name}/${index}`), shares);
    if (sample !== null) samples.push(sample);
  }
  writeFileSync(`${path}.part`, encodeLstmf(samples));
  renameSync(`${path}.part`, path);
  return path;
}
