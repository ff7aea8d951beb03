import { timeLeftMs } from "./progress.ts";
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

/** One line: a bar, page n of m, what is being done, and the time left. */
export function renderProgress(progress: Progress, nowMs: number): string {
  const { pagesDone, pagesKnown, filesDone, fileCount } = progress;
  if (pagesKnown === 0) return fileCount === 1 ? "Opening the file" : `Opening ${fileCount} files`;
  const filled = Math.round((BAR_WIDTH * pagesDone) / pagesKnown);
  const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
  const doing = [...progress.underWay.values()].map(
    ({ label, stage }) => `${label}: ${STAGE_WORDS[stage] ?? stage}`,
  );
  const left = timeLeftMs(progress, nowMs);
  const parts = [
    `${bar} ${fileCount > 1 ? `file ${Math.min(filesDone + 1, fileCount)} of ${fileCount}, ` : ""}page ${Math.min(pagesDone + 1, pagesKnown)} of ${pagesKnown}`,
    doing.length > 0 ? doing.join(", ") : "put together",
    ...(left === null ? [] : [`about ${formatDuration(left)} left`]),
  ];
  return parts.join(" · ");
}

/** `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.ceil(durationMs / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
