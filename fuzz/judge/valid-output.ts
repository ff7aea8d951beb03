import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { extractionSchema } from "../../src/model/extraction.ts";
import type { Extraction } from "../../src/model/extraction.ts";
import { packageRoot } from "../../src/run/default-model-path.ts";

const contract = JSON.parse(
  readFileSync(join(packageRoot(), "fixtures/contract/extraction.schema.json"), "utf8"),
) as object;
const validate = new Ajv2020({ strict: false }).compile(contract);

export type CheckedOutput =
  | { readonly extraction: Extraction }
  /** What is wrong with it. */
  | { readonly problem: string };

/** Whether a text is an output document: by the contract as it is handed out, and by the schema in code. */
export function checkOutput(text: string): CheckedOutput {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `no JSON (${String(error)})` };
  }
  if (!validate(value)) {
    const [first] = validate.errors ?? [];
    return { problem: `against the contract at ${first?.instancePath ?? "?"}: ${first?.message ?? "?"}` };
  }
  const parsed = extractionSchema.safeParse(value);
  if (parsed.success) return { extraction: parsed.data };
  const [issue] = parsed.error.issues;
  return { problem: `against the schema at ${issue?.path.join("/") ?? "?"}: ${issue?.message ?? "?"}` };
}
