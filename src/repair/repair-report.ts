import type { Evidence, Repair } from "../model/evidence.ts";
import type { HrPolicyRecord, Organization } from "../model/extraction.ts";
import { linesOfPage, type ReadPage } from "../model/reading.ts";
import { type Remark, remark } from "../model/remark.ts";
import { characterConfidences, linesInBoxes } from "./character-confidences.ts";
import { rememberDocument } from "./document-memory.ts";
import { documentNames } from "./find-name-changes.ts";
import type { PlaceIndex } from "./place-index.ts";
import { RecentMap } from "./recent-map.ts";
import { remarkSlips } from "./remark-slips.ts";
import { type RepairedText, repairText, type RunningTextDictionaries } from "./repair-text.ts";

const PROSE_FIELDS = ["activityName", "target", "result", "issues"] as const;
const TEXT_FIELDS = ["policyTitle", ...PROSE_FIELDS] as const;

/**
 * Letters of a text that is repaired. The longest cells of real reports run over pages and have some 2,000; twenty thousand
 * letters with one in twenty wrong take three seconds, and a cell of a megabyte is no cell.
 */
const LONGEST_REPAIRED = 20_000;

/** What a report says in running text, with the office that it comes from. */
export interface ReportTexts {
  readonly title: string | null;
  /** Evidence of the title. */
  readonly titleEvidence: Evidence | null;
  readonly records: readonly HrPolicyRecord[];
  readonly organization: Organization;
  /** Remarks on title and office. */
  readonly remarks: readonly Remark[];
  /** The pages that it was read from, for how sure the engine was; none where another engine wrote the text down. */
  readonly pages?: readonly ReadPage[];
}

export interface RepairedReport {
  readonly title: string | null;
  readonly titleEvidence: Evidence | null;
  readonly records: readonly HrPolicyRecord[];
  readonly remarks: readonly Remark[];
}

/**
 * Repairs the running text of a report: its title and the prose of its records, with all of it as memory. A text
 * that an earlier step repaired stays as that step left it. Suggestions and slips that only a person can correct are
 * remarked in the record; a slip makes the record one for review, a suggestion does not.
 */
export function repairReport(
  report: ReportTexts,
  dictionaries: RunningTextDictionaries & { readonly places: PlaceIndex },
): RepairedReport {
  const { title, titleEvidence, records, organization } = report;
  const texts = [title, ...records.flatMap((record) => TEXT_FIELDS.map((field) => record[field]))];
  const isNameSure = !report.remarks.some(({ code }) => code === "organization-name-unsure");
  const tools = {
    ...dictionaries,
    names: documentNames(organization, isNameSure, dictionaries.offices, dictionaries.places),
    memory: rememberDocument(
      texts.filter((text) => text !== null),
      dictionaries.words,
      dictionaries.costs,
    ),
  };
  // Gathered once for a page, since each of its texts looks for its lines among them.
  const pages = new Map(
    (report.pages ?? [])
      .filter(({ method }) => method === "ocr")
      .map((page) => [page.pageNumber, { tables: [], lines: linesOfPage(page) }]),
  );
  // The same text is the same work: where the engine's confidences count, from the same place, such as a policy's title.
  const done = new RecentMap<RepairedText>();
  const repair = (text: string, { boxes, method }: Evidence, isProse: boolean): RepairedText => {
    if (text.length > LONGEST_REPAIRED) return { text, repairs: [] };
    const key = JSON.stringify([text, method === "ocr" ? boxes : method, isProse]);
    const known = done.get(key);
    if (known !== undefined) return known;
    const lines = method === "ocr" ? linesInBoxes(pages, boxes) : [];
    const confidences = lines.length === 0 ? null : characterConfidences(text, lines);
    const repaired = repairText(text, tools, {
      confidences,
      // A title's lines belong together with a space, and of a policy's wording the dictionary knows the spaces.
      hasWrapSpaces: isProse && method === "transcript",
    });
    done.set(key, repaired);
    return repaired;
  };
  const repairedTitle =
    title === null || titleEvidence === null || titleEvidence.repairs.length > 0
      ? null
      : repair(title, titleEvidence, false);
  return {
    title: repairedTitle?.text ?? title,
    titleEvidence:
      repairedTitle === null || titleEvidence === null
        ? titleEvidence
        : { ...titleEvidence, repairs: repairedTitle.repairs },
    records: records.map((record) => repairRecord(record, repair)),
    remarks: [
      ...(repairedTitle === null ? [] : remarkTooLong("title", repairedTitle.text)),
      ...remarkSuggestions("title", repairedTitle?.repairs ?? []),
    ],
  };
}

function repairRecord(
  record: HrPolicyRecord,
  repair: (text: string, evidence: Evidence, isProse: boolean) => RepairedText,
): HrPolicyRecord {
  const texts: Partial<Record<(typeof TEXT_FIELDS)[number], string>> = {};
  const evidence: Record<string, Evidence> = { ...record.evidence };
  const remarks: Remark[] = [];
  for (const field of TEXT_FIELDS) {
    const text = record[field];
    const own = record.evidence[field];
    if (text === null || own === undefined || own.repairs.length > 0) continue;
    const repaired = repair(text, own, field !== "policyTitle");
    texts[field] = repaired.text;
    evidence[field] = { ...own, repairs: repaired.repairs };
    for (const found of [
      remarkTooLong(field, text),
      remarkSuggestions(field, repaired.repairs),
      remarkSlips(field, repaired.text),
    ]) {
      for (const one of found) remarks.push(one);
    }
  }
  const isForReview = remarks.some(({ severity }) => severity !== "info");
  return {
    ...record,
    ...texts,
    evidence,
    status: isForReview ? "review" : record.status,
    remarks: [...record.remarks, ...remarks],
  };
}

function remarkTooLong(field: string, text: string): Remark[] {
  if (text.length <= LONGEST_REPAIRED) return [];
  const message = `With ${text.length} letters this text is too long to be searched for slips: it is left as read.`;
  return [remark("text-too-long-for-repair", "info", message, { field })];
}

function remarkSuggestions(field: string, repairs: readonly Repair[]): Remark[] {
  return repairs
    .filter(({ applied }) => !applied)
    .map(({ from, to, rule }) =>
      remark("repair-suggested", "info", `"${from}" may be "${to}" (${rule}); the text is left as read.`, {
        field,
      }),
    );
}
