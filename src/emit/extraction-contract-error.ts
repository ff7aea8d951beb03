/** A place in the output document: keys, and indices from 0. */
export type ContractPath = readonly PropertyKey[];

/**
 * A result that breaks the output's contract: a mistake of the program, never of the person in front of it. The message
 * says where in one line; what the validation says of it is the `cause`, for whoever mends the program.
 */
export class ExtractionContractError extends Error {
  override readonly name = "ExtractionContractError";
  /** For a person, counted from 1: `record 3, budgetAllocatedBaht`. */
  readonly place: string;

  constructor(path: ContractPath, cause: string) {
    const place = describePlace(path);
    super(
      `The result could not be written: ${place} has a value that the output format does not allow. ` +
        "Please report this together with the name of the file.",
      { cause },
    );
    this.place = place;
  }
}

/** What one entry of a list is called. */
const ENTRIES: Readonly<Record<string, string>> = {
  pages: "page",
  documents: "document",
  records: "record",
  tables: "table",
  rows: "row",
  remarks: "remark",
  boxes: "box",
  repairs: "repair",
  dates: "date",
};

function describePlace(path: ContractPath): string {
  const parts: string[] = [];
  let keys: string[] = [];
  const close = (): void => {
    if (keys.length > 0) parts.push(keys.join("."));
    keys = [];
  };
  for (const [index, step] of path.entries()) {
    const list = path[index - 1];
    // A row is a list of its own, of cells.
    const entry = typeof list === "number" ? "column" : ENTRIES[String(list)];
    if (typeof step !== "number" || entry === undefined) {
      keys.push(typeof step === "number" ? String(step + 1) : String(step));
      continue;
    }
    if (typeof list !== "number") keys.pop();
    close();
    parts.push(`${entry} ${step + 1}`);
  }
  close();
  return parts.length === 0 ? "the whole" : parts.join(", ");
}
