import { readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { decodeText } from "../normalize/decode-text.ts";
import { loadDictionaries } from "../repair/load-dictionaries.ts";
import { readRoster, rosterToCsv } from "../repair/own/read-roster.ts";
import { EXIT_CODE, UsageError } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import { userPath } from "./user-path.ts";
import { writeAtomically } from "./write-atomically.ts";

/** The file of an own-dictionary folder that lists offices. */
const FILE_NAME = "offices.csv";

/** `raingan offices import`: an official roster becomes `offices.csv` of an own-dictionary folder. */
export async function importOfficesCommand(
  rosterName: string,
  options: { readonly out: string },
): Promise<ExitCode> {
  const file = basename(rosterName);
  const bytes = await readFile(userPath(rosterName)).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read (${cause.code}). Check the path.`, { cause });
  });
  const text = decodeText(bytes)?.text;
  if (text === undefined) {
    throw new UsageError(`${file} is no text. Save the list as CSV (in Excel: "CSV UTF-8") and import that.`);
  }
  const { offices, places } = loadDictionaries();
  const roster = readRoster(file, text, offices, places);
  if ("problem" in roster) throw new UsageError(roster.problem);
  for (const { lineNumber, message } of roster.problems) {
    process.stderr.write(`skipped ${file}:${lineNumber}: ${message}\n`);
  }
  if (roster.offices.length === 0) {
    process.stderr.write(`error: ${file}: no row of it could be used; nothing was written\n`);
    return EXIT_CODE.incomplete;
  }
  const path = join(userPath(options.out), FILE_NAME);
  await writeAtomically(path, rosterToCsv(roster.offices, places));
  const skipped = roster.problems.length === 0 ? "" : `, ${roster.problems.length} skipped`;
  const folder = relative(userPath("."), userPath(options.out)) || ".";
  process.stdout.write(
    `${file}: ${roster.offices.length} offices${skipped}, written to ${join(folder, FILE_NAME)}\n` +
      `Use them with: raingan extract … --dictionaries ${folder}\n`,
  );
  return roster.problems.length === 0 ? EXIT_CODE.ok : EXIT_CODE.incomplete;
}
