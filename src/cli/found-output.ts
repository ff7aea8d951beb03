import type { ResultSource } from "./read-source.ts";

/** What is there already where a result or a picture is to go. */
export type FoundOutput =
  | { readonly kind: "nothing" }
  | { readonly kind: "folder" }
  /** `source` is null for what the program did not write. */
  | { readonly kind: "file"; readonly identity: string | null; readonly source: ResultSource | null };

/** What is there already where the pictures of a file's pages are to go. */
export type FoundPictures =
  | { readonly kind: "nothing" }
  | { readonly kind: "not-a-folder" }
  | {
      readonly kind: "pictures";
      readonly pages: readonly { readonly identity: string | null; readonly sha256: string | null }[];
    };

/** Why a file is not read: what is there already would be lost. */
export interface Refusal {
  readonly code: "output-exists" | "output-is-input";
  readonly message: string;
}

/** What decides whether something may be replaced. */
export interface Claim {
  /** The hash of the file that is to be read; `null` where it is not known. */
  readonly sha256: string | null;
  /** All files that are read in this run. */
  readonly inputs: ReadonlySet<string>;
  readonly mayReplace: boolean;
}

const WAY_OUT = "Add --replace to replace it, or choose another folder";

/** Whether a result may take the place of what is there; `null` if so. `place` is its path for people. */
export function refuseOutput(place: string, found: FoundOutput, claim: Claim): Refusal | null {
  if (found.kind === "nothing") return null;
  if (found.kind === "folder") {
    return exists(
      `not read: where its result would go, ${place}, there is a folder. Choose another folder for results.`,
    );
  }
  const { identity, source } = found;
  if (identity !== null && claim.inputs.has(identity)) return overInput(place);
  if (claim.mayReplace || (source !== null && source.sha256 === claim.sha256)) return null;
  return exists(
    source === null
      ? `not read: ${place}, where its result would go, is there already and is no result of raingan. ${WAY_OUT}.`
      : `not read: ${place}, where its result would go, is the result of another file (${source.fileName}). ${WAY_OUT}.`,
  );
}

/** The same for the pictures of its pages. Whatever else lies in their folder stays as it is. */
export function refusePictures(place: string, found: FoundPictures, claim: Claim): Refusal | null {
  if (found.kind === "nothing") return null;
  if (found.kind === "not-a-folder") {
    return exists(
      `not read: where the folder of its pictures would be, ${place}, there is a file. Choose another folder for results.`,
    );
  }
  const { pages } = found;
  if (pages.some(({ identity }) => identity !== null && claim.inputs.has(identity))) return overInput(place);
  const isOurs = pages.every(({ sha256 }) => sha256 !== null && sha256 === claim.sha256);
  if (claim.mayReplace || isOurs) return null;
  return exists(
    `not read: the pictures that lie in ${place}, where its own would go, are of another file. ${WAY_OUT}.`,
  );
}

function exists(message: string): Refusal {
  return { code: "output-exists", message };
}

function overInput(place: string): Refusal {
  return {
    code: "output-is-input",
    message: `not read: what it gives would be written over ${place}, which is to be read itself. Choose another folder for results.`,
  };
}
