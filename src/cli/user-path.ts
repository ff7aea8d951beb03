import { relative, resolve } from "node:path";
import { packageRoot } from "../run/default-model-path.ts";

/**
 * The absolute path of a file name as the user wrote it. `npm run` changes into the package's folder and leaves in
 * INIT_CWD where the user stands; in any other folder nobody changed it, and the working folder counts.
 */
export function userPath(name: string): string {
  const stoodIn = process.env["INIT_CWD"];
  const base = stoodIn !== undefined && process.cwd() === packageRoot() ? stoodIn : process.cwd();
  return resolve(base, name);
}

/** The same for an option that may be left out. */
export function optionalUserPath(name: string | undefined): string | null {
  return name === undefined ? null : userPath(name);
}

/** A path as short as it can be from where the user stands, for messages. */
export function shownPath(path: string): string {
  return relative(userPath("."), path) || ".";
}
