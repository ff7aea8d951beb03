import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { extractionSchema, isHrPolicyDocument } from "../model/extraction.ts";
import type { Extraction, HrPolicyRecord } from "../model/extraction.ts";
import { loadDictionaries } from "../repair/load-dictionaries.ts";
import type { Dictionaries } from "../repair/load-dictionaries.ts";
import { considerPhrases } from "../repair/consider-phrases.ts";
import { considerPolicyHeadings } from "../repair/match-policy-heading.ts";
import { thaiDistance } from "../repair/thai-distance.ts";
import { EXIT_CODE, UsageError } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import { explainOffice, explainRecord, listRepairs } from "./explain-extraction.ts";
import type { Considered } from "./explain-extraction.ts";
import { loadOwnDictionaries } from "./load-own-dictionaries.ts";
import { printableLines } from "./printable.ts";
import { userPath } from "./user-path.ts";

/** Alternatives that are worth a look. */
const MOST_CONSIDERED = 3;
const FEWEST_SCORE = 0.3;
/** A long text has several places. */
const MOST_CONSIDERED_IN_PROSE = 12;
const PROSE_FIELDS: ReadonlySet<string> = new Set(["title", "activityName", "target", "result", "issues"]);

/** `raingan explain`: what was read, what was made of it and why, for the office, a record or a field of it. */
export async function explainCommand(
  fileName: string,
  target: string | undefined,
  field: string | undefined,
  options: { readonly dictionaries?: string },
): Promise<ExitCode> {
  const extraction = await readExtraction(fileName);
  const dictionaries =
    options.dictionaries === undefined
      ? loadDictionaries()
      : loadOwnDictionaries(userPath(options.dictionaries));
  const considered = compareWith(dictionaries);
  const lines =
    target === undefined
      ? extraction.documents.flatMap((document) => [
          ...explainOffice(document, null, considered),
          "",
          ...(isHrPolicyDocument(document) ? listRepairs(document) : []),
        ])
      : explainTarget(extraction, target, field ?? null, considered);
  const isOther = extraction.producer.dictionaries !== dictionaries.hash;
  const note =
    "Extracted with other dictionaries than these; what was considered may have been something else.";
  const text = [...lines, ...(isOther ? ["", note] : [])].join("\n").normalize("NFC");
  process.stdout.write(`${printableLines(text)}\n`);
  return EXIT_CODE.ok;
}

function explainTarget(
  extraction: Extraction,
  target: string,
  field: string | null,
  considered: Considered,
): string[] {
  if (target === "office") {
    const names = [...new Set(extraction.documents.flatMap(({ evidence }) => Object.keys(evidence)))];
    if (field !== null && !names.some((name) => name === field || name === `organization.${field}`)) {
      throw new UsageError(`${field}: a document has no such field; choose one of ${names.join(", ")}.`);
    }
    return extraction.documents.flatMap((document) => explainOffice(document, field, considered));
  }
  const record = findRecord(extraction, target);
  if (field !== null && record.evidence[field] === undefined) {
    const names = Object.keys(record.evidence).join(", ");
    throw new UsageError(`${field}: a record has no such field; choose one of ${names}.`);
  }
  return explainRecord(record, field, considered);
}

/** A record by its id, the end of it (`1-2-1`, `2-1`), or the printed numbers of policy and activity (`2.1`). */
function findRecord({ documents }: Extraction, target: string): HrPolicyRecord {
  const records = documents.filter(isHrPolicyDocument).flatMap((document) => document.records);
  const found = records.filter(
    ({ recordId, policyNumber, activityNumber }) =>
      recordId === target ||
      recordId.endsWith(`-${target}`) ||
      `${policyNumber}.${activityNumber}` === target,
  );
  const [record] = found;
  if (record !== undefined && found.length === 1) return record;
  const ids = (found.length > 1 ? found : records).map(({ recordId }) =>
    recordId.split("-").slice(1).join("-"),
  );
  const message = found.length > 1 ? "names several records" : "there is no such record";
  throw new UsageError(`${target}: ${message}; choose office, or one of ${ids.join(", ")}.`);
}

async function readExtraction(fileName: string): Promise<Extraction> {
  const name = basename(fileName);
  const text = await readFile(userPath(fileName), "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${name} cannot be read (${cause.code}). Check the path.`, { cause });
  });
  try {
    return extractionSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new UsageError(`${name} is no extraction. Make one: raingan extract report.pdf > report.json`, {
      cause,
    });
  }
}

/** Wordings and places near to what was read, as the dictionaries in force have them. */
function compareWith(dictionaries: Dictionaries): Considered {
  const { policyHeadings, places, costs } = dictionaries;
  const nearest = (observed: string, names: Iterable<string>) =>
    [...new Set(names)]
      .map((text) => ({ text, score: 1 - thaiDistance(observed, text, { costs }) }))
      .toSorted((a, b) => b.score - a.score);
  return (field, { observed, repairs }) => {
    if (observed === null || repairs.length === 0) return [];
    if (PROSE_FIELDS.has(field)) {
      return considerPhrases(observed, dictionaries)
        .slice(0, MOST_CONSIDERED_IN_PROSE)
        .map(({ read, wording, score }) => ({ text: `${read}: ${wording}`, score }));
    }
    const found =
      field === "policyTitle"
        ? considerPolicyHeadings(observed, policyHeadings).map(({ title, score }) => ({ text: title, score }))
        : field === "organization.district"
          ? nearest(
              observed,
              [...places.districts.values()].map(({ name }) => name),
            )
          : field === "organization.province"
            ? nearest(
                observed,
                [...places.provinces.values()].map(({ name }) => name),
              )
            : [];
    return found.filter(({ score }) => score >= FEWEST_SCORE).slice(0, MOST_CONSIDERED);
  };
}
