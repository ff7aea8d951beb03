import type { HrPolicyRecord } from "../model/extraction.ts";
import type { Mention } from "./build-document-heading.ts";

const PROSE_FIELDS = ["activityName", "target", "result", "issues"] as const;

/** The prose of a report's records, in reading order: it often names the office. */
export function recordMentions(records: readonly HrPolicyRecord[]): Mention[] {
  return records.flatMap((record) =>
    PROSE_FIELDS.flatMap((field) => {
      const text = record[field];
      return text === null ? [] : [{ text, boxes: record.evidence[field]?.boxes ?? [] }];
    }),
  );
}
