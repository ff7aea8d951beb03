import type { FormCell, FormRow } from "../model/form.ts";
import { normalizeThai } from "../normalize/normalize-thai.ts";

/** What a row says, cell by cell, for a remark: `- ; - ; /`. */
export function rowText(row: FormRow): string {
  return row.cells
    .filter((cell) => cell.content !== "empty")
    .map(formCellText)
    .join(" ; ");
}

/** What a cell says on one line; ink without text shows as a question mark. */
export function formCellText({ cell, content }: FormCell): string {
  const text = cell.lines
    .map((line) => normalizeThai(line.text).text)
    .filter((line) => line !== "")
    .join(" ");
  if (text !== "") return text;
  return content === "dash" ? "-" : content === "mark" ? "/" : "?";
}
