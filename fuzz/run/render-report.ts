import type { BatchRecord } from "./state.ts";

/** Outcomes of files that were read at least in part. */
const READ = /^(?:result|pages-failed|nothing-found)/u;
const MS_PER_HOUR = 3_600_000;

/** The figures of a run as Markdown: what became of the files, by kind, and which rules did not hold. */
export function renderReport(records: readonly BatchRecord[]): string {
  const cases = records.flatMap(({ engine, cases: entries }) =>
    entries.map((entry) => ({ ...entry, engine })),
  );
  const breaches = records.flatMap((record) => record.breaches);
  const kinds = [...new Set(cases.map(({ kind }) => kind))].toSorted();
  const rows = kinds.map((kind) => {
    const ofKind = cases.filter((entry) => entry.kind === kind);
    const real = ofKind.filter(({ engine }) => engine === "real").length;
    const seeds = new Set(ofKind.map(({ seedName }) => seedName)).size;
    const read = ofKind.filter(({ outcome }) => READ.test(outcome)).length;
    return `| ${kind} | ${seeds} | ${ofKind.length} | ${real} | ${read} | ${ofKind.length - read} |`;
  });
  const peak = records.reduce((most, { peakRssMiB }) => Math.max(most, peakRssMiB), 0);
  const wallMs = records.reduce((sum, record) => sum + record.wallMs, 0);
  return [
    `${cases.length} files in ${records.length} batches, ${(wallMs / MS_PER_HOUR).toFixed(1)} h; ` +
      `at most ${peak} MiB in a process; ${breaches.length} breaches of rules.`,
    "",
    "| kind | seed files | mutated | of them with the real engine | read | refused, or answered by a command |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
    "| outcome | files |",
    "|---|---|",
    ...tally(cases.map(({ kind, outcome }) => `${kind}: ${outcome}`)).map(
      ([name, count]) => `| ${name} | ${count} |`,
    ),
    "",
    ...(breaches.length === 0 ? [] : ["| broken rule | times |", "|---|---|"]),
    ...tally(breaches.map(({ rule }) => rule)).map(([name, count]) => `| ${name} | ${count} |`),
    ...breaches.map(
      ({ rule, index, detail }) => `- ${index ?? "?"}: ${rule}: ${detail.replaceAll(/\s+/gu, " ")}`,
    ),
    "",
  ].join("\n");
}

function tally(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}
