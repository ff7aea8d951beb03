import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { decodeText } from "../normalize/decode-text.ts";
import { loadDictionaries } from "../repair/load-dictionaries.ts";
import { findGarbled } from "../repair/own/find-garbled.ts";
import { readRoster, rosterToCsv } from "../repair/own/read-roster.ts";
import { EXIT_CODE, UsageError } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import { fileIdentity } from "./file-identity.ts";
import { prepareFolder } from "./prepare-folder.ts";
import { say, tell } from "./printable.ts";
import { shownPath, userPath } from "./user-path.ts";
import { writeAtomically } from "./write-atomically.ts";

/** The file of an own-dictionary folder that lists offices. */
const FILE_NAME = "offices.csv";

/** `raingan offices import`: an official roster becomes `offices.csv` of an own-dictionary folder. */
export async function importOfficesCommand(
  rosterName: string,
  options: { readonly out: string; readonly replace?: true },
): Promise<ExitCode> {
  const file = basename(rosterName);
  const path = join(userPath(options.out), FILE_NAME);
  const bytes = await readFile(userPath(rosterName)).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read (${cause.code}). Check the path.`, { cause });
  });
  const text = decodeText(bytes)?.text;
  if (text === undefined) {
    throw new UsageError(`${file} is no text. Save the list as CSV (in Excel: "CSV UTF-8") and import that.`);
  }
  const flaw = findGarbled(text);
  if (flaw !== null) throw new UsageError(`${file}:${flaw.lineNumber}: ${flaw.message}`);
  const { offices, places } = loadDictionaries();
  const roster = readRoster(file, text, offices, places);
  if ("problem" in roster) throw new UsageError(roster.problem);
  for (const { lineNumber, message } of roster.problems) {
    tell(`skipped ${file}:${lineNumber}: ${message}`);
  }
  if (roster.offices.length === 0) {
    tell(`error: ${file}: no row of it could be used; nothing was written`);
    return EXIT_CODE.incomplete;
  }
  const csv = rosterToCsv(roster.offices, places);
  await assertMayWrite(path, csv, { rosterPath: userPath(rosterName), mayReplace: options.replace === true });
  await prepareFolder(userPath(options.out), `--out ${options.out}`);
  await writeAtomically(path, csv);
  const skipped = roster.problems.length === 0 ? "" : `, ${roster.problems.length} skipped`;
  const folder = shownPath(userPath(options.out));
  say(`${file}: ${roster.offices.length} offices${skipped}, written to ${join(folder, FILE_NAME)}`);
  say(`Use them with: raingan extract … --dictionaries ${folder}`);
  return roster.problems.length === 0 ? EXIT_CODE.ok : EXIT_CODE.incomplete;
}

/**
 * A list of offices that somebody may have worked on is not lost.
 *
 * @throws UsageError
 */
async function assertMayWrite(
  path: string,
  csv: string,
  { rosterPath, mayReplace }: { readonly rosterPath: string; readonly mayReplace: boolean },
): Promise<void> {
  const identity = await fileIdentity(path);
  if (identity === null) return;
  const place = shownPath(path);
  if (identity === (await fileIdentity(rosterPath))) {
    throw new UsageError(`${place} is the roster itself. Choose another folder with --out.`);
  }
  if (mayReplace) return;
  const present = await readFile(path, "utf8").catch(() => null);
  if (present === csv) return;
  throw new UsageError(
    `${place} is there already and differs. Add --replace to replace it, or choose another folder with --out.`,
  );
}
