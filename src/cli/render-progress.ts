import stringWidth from "string-width";
import { printable } from "./printable.ts";
import { filesUnknown, pagesExpected, timeLeftMs } from "./progress.ts";
import type { Progress } from "./progress.ts";

const BAR_WIDTH = 20;

/** What is done to a page, for people. */
const STAGE_WORDS: Readonly<Record<string, string>> = {
  start: "open",
  raster: "take pixels",
  clean: "clean",
  layout: "find table",
  read: "read text",
  overlay: "draw overlay",
};

/** One line of at most `columns`: a bar, page n of m, the time left, and what is being done. */
export function renderProgress(progress: Progress, nowMs: number, columns = 80): string {
  const { pagesDone, pagesKnown, filesDone, fileCount, shareDone } = progress;
  if (pagesKnown === 0) return fileCount === 1 ? "Opening the file" : `Opening ${fileCount} files`;
  const filled = Math.round(BAR_WIDTH * shareDone);
  const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
  const file = fileCount > 1 ? `file ${Math.min(filesDone + 1, fileCount)} of ${fileCount}, ` : "";
  const expected = pagesExpected(progress);
  const about = filesUnknown(progress) > 0 ? "about " : "";
  const page = `page ${Math.min(pagesDone + 1, expected)} of ${about}${expected}`;
  const left = timeLeftMs(progress, nowMs);
  const doing = [...progress.underWay.values()].map(
    ({ label, stage }) => `${printable(label)}: ${STAGE_WORDS[stage] ?? stage}`,
  );
  const parts = [
    `${bar} ${file}${page}`,
    ...(left === null ? [] : [left === 0 ? "a moment left" : `about ${formatDuration(left)} left`]),
    ...(pagesDone === pagesKnown ? ["put records together"] : doing),
  ];
  return fitColumns(parts.join(" · "), columns);
}

/** Cuts a text where the terminal would break the line; Thai marks stay with their letters. */
function fitColumns(text: string, columns: number): string {
  if (stringWidth(text) < columns) return text;
  let [fitting, width] = ["", 1];
  for (const { segment } of new Intl.Segmenter("th", { granularity: "grapheme" }).segment(text)) {
    width += stringWidth(segment);
    if (width >= columns) break;
    fitting += segment;
  }
  return `${fitting}…`;
}

/** `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.ceil(durationMs / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
