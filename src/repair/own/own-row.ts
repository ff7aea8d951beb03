import { readDelimited } from "../../normalize/read-delimited.ts";

/** An entry of an own dictionary as it was written; keys are the file's column or property names. */
export interface OwnRow {
  readonly lineNumber: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What is wrong with an entry, and where. */
export interface OwnProblem {
  readonly file: string;
  readonly lineNumber: number;
  readonly message: string;
}

export interface OwnRows {
  readonly rows: readonly OwnRow[];
  readonly problems: readonly OwnProblem[];
}

const DELIMITERS = [",", ";", "\t"] as const;

/** The character between cells: that of which the first line has most. Excel writes `;` where `,` is the decimal sign. */
export function guessDelimiter(text: string): string {
  const first = /^[^\r\n]*/u.exec(text.replace(/^\ufeff?\s*/u, ""))?.[0] ?? "";
  const count = (delimiter: string): number => first.split(delimiter).length;
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

/** The entries of a CSV file whose first line names the columns. A cell left empty is a value left out. */
export function readCsvRows(file: string, text: string): OwnRows {
  const [header, ...body] = readDelimited(text, guessDelimiter(text));
  if (header === undefined) return { rows: [], problems: [problem(file, 1, "The file has no line.")] };
  const names = header.cells.map((cell) => cell.trim());
  const problems = body
    .filter((row) => row.cells.length > names.length && row.cells.slice(names.length).join("").trim() !== "")
    .map((row) =>
      problem(file, row.lineNumber, `${row.cells.length} cells under ${names.length} column names.`),
    );
  const rows = body
    .filter((row) => row.cells.some((cell) => cell.trim() !== ""))
    .map(({ lineNumber, cells }) => ({
      lineNumber,
      values: Object.fromEntries(
        names.flatMap((name, index) => {
          const value = cells[index]?.trim() ?? "";
          return name === "" || value === "" ? [] : [[name, value]];
        }),
      ),
    }));
  return { rows, problems };
}

/** The entries of a JSON file that holds an array of objects, each with the line that it begins in. */
export function readJsonRows(file: string, text: string): OwnRows {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/u, ""));
  } catch {
    return { rows: [], problems: [problem(file, errorLine(text), "Here this stops being JSON.")] };
  }
  if (!Array.isArray(parsed)) {
    return { rows: [], problems: [problem(file, 1, "The file has to hold an array: [ { … }, { … } ].")] };
  }
  const lines = elementLines(text);
  const entries: readonly unknown[] = parsed;
  const rows: OwnRow[] = [];
  const problems: OwnProblem[] = [];
  for (const [index, values] of entries.entries()) {
    const lineNumber = lines[index] ?? 1;
    if (isObject(values)) rows.push({ lineNumber, values });
    else problems.push(problem(file, lineNumber, "An entry has to be an object: { … }."));
  }
  return { rows, problems };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function problem(file: string, lineNumber: number, message: string): OwnProblem {
  return { file, lineNumber, message };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message.replaceAll(/\s+/gu, " ") : String(error);
}

/** The line that makes a text no JSON: where the shortest beginning ends that no ending could complete. */
function errorLine(text: string): number {
  let [good, bad] = [0, text.length];
  while (good < bad) {
    const middle = Math.floor((good + bad) / 2);
    if (isWrongSoFar(text.slice(0, middle + 1))) bad = middle;
    else good = middle + 1;
  }
  return lineOf(text, good);
}

/** Node says where it stopped, or names a token; a beginning that only wants its end stops at its own. */
function isWrongSoFar(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return false;
  } catch (error) {
    const position = /at position (\d+)/u.exec(reason(error))?.[1];
    if (position !== undefined) return Number(position) < beginning.length;
    return reason(error).startsWith("Unexpected token");
  }
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** The lines in which the elements of a JSON array begin. `text` is valid JSON. */
function elementLines(text: string): number[] {
  const lines: number[] = [];
  let [depth, isElementDue] = [0, false];
  for (const token of text.matchAll(/"(?:\\.|[^"\\])*"|[[\]{},]|[^\s[\]{},":]+/gu)) {
    const sign = token[0];
    if (depth === 1 && isElementDue && sign !== "]") {
      lines.push(lineOf(text, token.index));
      isElementDue = false;
    }
    if (sign === "[" || sign === "{") {
      depth += 1;
      if (depth === 1) isElementDue = true;
    } else if (sign === "]" || sign === "}") depth -= 1;
    else if (sign === "," && depth === 1) isElementDue = true;
  }
  return lines;
}
