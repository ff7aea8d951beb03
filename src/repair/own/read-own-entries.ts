import type { z } from "zod";
import { normalizeThai } from "../../normalize/normalize-thai.ts";
import type { FileFlaw } from "./find-garbled.ts";
import { problem, readCsvRows, readJsonRows } from "./own-row.ts";
import type { OwnProblem } from "./own-row.ts";
import { OWN_KINDS, OWN_SCHEMAS } from "./own-schema.ts";
import type { OwnEntries, OwnEntry, OwnKind, Sourced } from "./own-schema.ts";

/** A file of an own-dictionary folder. */
export interface OwnFile {
  /** `offices.csv`; the name in front of the ending says what it holds. */
  readonly name: string;
  readonly text: string;
  /** Why nothing of the file is read; left out or null where it is as it should be. */
  readonly flaw?: FileFlaw | null;
}

/** The entries of the files of a folder, and everything that is wrong with them, in the order of files and lines. */
export function readOwnEntries(files: readonly OwnFile[]): {
  readonly entries: OwnEntries;
  readonly problems: readonly OwnProblem[];
} {
  const problems: OwnProblem[] = [];
  const seen = new Map<string, string>();
  for (const { name, flaw } of files) {
    if (flaw) problems.push(problem(name, flaw.lineNumber, flaw.message));
  }
  const read = <Kind extends OwnKind>(kind: Kind): Sourced<OwnEntry<Kind>>[] =>
    files.flatMap(({ name, text, flaw }) => {
      if (kindOf(name) !== kind || flaw) return [];
      const { rows, problems: found } = name.endsWith(".json")
        ? readJsonRows(name, text)
        : readCsvRows(name, text);
      problems.push(...found);
      return rows.flatMap(({ lineNumber, values }) => {
        const result = OWN_SCHEMAS[kind].safeParse(canonical(values));
        if (!result.success) {
          problems.push(problem(name, lineNumber, describe(result.error)));
          return [];
        }
        const entry = result.data as OwnEntry<Kind>;
        const key = JSON.stringify(entry);
        const first = seen.get(key);
        if (first !== undefined) {
          problems.push(problem(name, lineNumber, `The same stands in ${first} already.`));
          return [];
        }
        seen.set(key, `line ${lineNumber} of ${name}`);
        return [{ file: name, lineNumber, entry }];
      });
    });
  const entries: OwnEntries = {
    places: read("places"),
    offices: read("offices"),
    "policy-headings": read("policy-headings"),
    "column-headings": read("column-headings"),
    phrases: read("phrases"),
    abbreviations: read("abbreviations"),
  };
  const unknown = files.filter(({ name }) => kindOf(name) === null);
  for (const { name } of unknown) {
    const message = `Nothing is read from a file of this name; use ${OWN_KINDS.join(", ")}, each with .csv or .json.`;
    problems.push(problem(name, 1, message));
  }
  return { entries, problems };
}

function kindOf(fileName: string): OwnKind | null {
  const stem = fileName.replace(/\.(?:csv|json)$/iu, "");
  return OWN_KINDS.find((kind) => kind === stem) ?? null;
}

/** Text is compared in canonical form, so that is how it goes into a dictionary. */
function canonical(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? normalizeThai(value).text : value,
    ]),
  );
}

function describe({ issues }: z.ZodError): string {
  return issues
    .map((issue) => {
      if (issue.code === "unrecognized_keys")
        return `"${issue.keys.join('", "')}" is no name that is known here`;
      return `"${issue.path.join(".")}" ${issue.message}`;
    })
    .join("; ");
}
