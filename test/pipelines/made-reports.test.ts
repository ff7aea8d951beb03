import { describe, expect, it } from "vitest";
import { drawReport } from "../../maker/content/draw-report.ts";
import { expectReport } from "../../maker/expect-report.ts";
import { makeRandom } from "../../maker/random.ts";
import { layOutReport } from "../../maker/typeset/lay-out-report.ts";
import { drawDesign } from "../../maker/typeset/table-design.ts";
import type { DesignOptions } from "../../maker/typeset/table-design.ts";
import { hrPolicyReport } from "../../pipelines/hr-policy-report.ts";
import { loadDictionaries } from "../../src/repair/load-dictionaries.ts";
import { readLaidOutPages } from "../support/read-laid-out-pages.ts";

const dictionaries = loadDictionaries();
const squeeze = (value: unknown): unknown => (typeof value === "string" ? value.replace(/\s/gu, "") : value);

/** Other offices, wording, columns, digits and fonts than the given reports have, whatever the seed draws. */
describe.each<DesignOptions>([
  { pageBreak: "cut-open", repeatsHeader: true },
  { pageBreak: "cut-open", repeatsHeader: false },
  { pageBreak: "cut-closed", repeatsHeader: true },
  { pageBreak: "cut-closed", repeatsHeader: false },
  { pageBreak: "repeat-heading", repeatsHeader: true },
  { pageBreak: "repeat-heading", repeatsHeader: false },
  { pageBreak: "keep-rows", repeatsHeader: false },
])("reports whose pages end by $pageBreak, header repeated: $repeatsHeader", (options) => {
  it.each(["a", "b"])("come out with every value (seed %s)", (seed) => {
    const random = makeRandom(`${seed}-${options.pageBreak}`);
    const report = drawReport(random.fork("report"));
    const { pages, recordPages } = layOutReport(report, drawDesign(random.fork("design"), options));
    const context = { sha256: "ab".repeat(32), fileName: "made.pdf", knowsThaiDigits: true, dictionaries };
    const { documents } = hrPolicyReport.assemble(readLaidOutPages(pages), context);
    const { records, ...heading } = expectReport(report, recordPages);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject(heading);
    expect(documents[0]?.records).toHaveLength(records.length);
    for (const [index, expected] of records.entries()) {
      const found = documents[0]?.records[index] as Readonly<Record<string, unknown>>;
      const values = Object.keys(expected).map((field) => [field, squeeze(found[field])]);
      expect(Object.fromEntries(values)).toEqual(
        Object.fromEntries(Object.entries(expected).map(([field, value]) => [field, squeeze(value)])),
      );
    }
  });
});
