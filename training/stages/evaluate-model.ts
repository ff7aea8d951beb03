import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTool } from "../run-tool.ts";
import { scoreLines } from "../score/line-scores.ts";
import type { LineScores } from "../score/line-scores.ts";
import type { ValidationLines } from "./make-validation.ts";

/** Which traineddata reads: its folder, and its name without the ending. */
export interface ModelPlace {
  readonly folder: string;
  readonly name: string;
}

/** Reads each image as one raw line (PSM 13) with native Tesseract; one process for all of them. */
export function readLines(model: ModelPlace, imagePaths: readonly string[]): string[] {
  const scratch = mkdtempSync(join(tmpdir(), "lines-"));
  try {
    const list = join(scratch, "list.txt");
    writeFileSync(list, `${imagePaths.join("\n")}\n`);
    const place = ["--tessdata-dir", model.folder, "-l", model.name];
    const mode = ["--psm", "13", "--oem", "1", "--dpi", "300", "-c", "page_separator=\f"];
    const out = runTool("tesseract", [list, "stdout", ...place, ...mode]);
    return out
      .split("\f")
      .slice(0, imagePaths.length)
      .map((text) => text.trim());
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Scores a model on the validation sets, by their names. */
export function evaluateModel(model: ModelPlace, sets: readonly ValidationLines[]): Map<string, LineScores> {
  return new Map(
    sets.map((set) => {
      const read = readLines(model, set.imagePaths);
      if (read.length !== set.texts.length)
        throw new Error(`${set.name}: ${read.length} readings for ${set.texts.length} lines`);
      return [set.name, scoreLines(set.texts.map((expected, index) => ({ expected, read: read[index]! })))];
    }),
  );
}

/** The scores as lines of text, for the terminal and the experiment log. */
export function formatScores(scores: ReadonlyMap<string, LineScores>): string {
  const percent = (share: number | null): string => (share === null ? "–" : `${(share * 100).toFixed(2)} %`);
  const rows = [...scores].map(
    ([name, score]) =>
      `| ${name} | ${score.lines} | ${percent(score.characterErrors)} | ${percent(score.thaiDigits)} | ${percent(score.arabicDigits)} | ${percent(score.exactLines)} |`,
  );
  return [
    "| set | lines | character errors | Thai digits | Arabic digits | lines without error |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}
