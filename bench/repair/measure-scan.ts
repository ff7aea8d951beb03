import { readFileSync } from "node:fs";
import { hrPolicyReport } from "../../pipelines/hr-policy-report.ts";
import { editDistance } from "../../src/evaluate/edit-distance.ts";
import { foldText } from "../../src/evaluate/fold-text.ts";
import { matchRecords } from "../../src/evaluate/match-records.ts";
import type { JudgedDocument } from "../../src/evaluate/truth.ts";
import type { PointBox } from "../../src/model/box.ts";
import { isHrPolicyDocument } from "../../src/model/extraction.ts";
import type { ReadPage } from "../../src/model/reading.ts";
import type { ExtractTools } from "../../src/run/extract-file.ts";
import { judgeRepairs } from "./judge-repairs.ts";
import { readPages } from "./read-pages.ts";
import { TEXT_FIELDS } from "./repair-figures.ts";

/** Character errors of a scan's running text at three stations. */
export interface ScanFigures {
  readonly name: string;
  readonly characters: number;
  /** Of the engine's lines as they come. */
  readonly asRead: number;
  /** Normalized and joined, before any repair. */
  readonly normalized: number;
  readonly repaired: number;
  readonly right: number;
  readonly wrong: number;
  readonly examples: readonly string[];
}

/** Reads a scan and compares its records with the truth at each station. */
export async function measureScan(
  name: string,
  filePath: string,
  truthPath: string,
  tools: ExtractTools,
): Promise<ScanFigures> {
  const { sha256, pages } = await readPages(filePath, tools);
  const { documents } = hrPolicyReport.assemble(pages, {
    sha256,
    fileName: `${name}.pdf`,
    knowsThaiDigits: tools.model.knowsThaiDigits,
    dictionaries: tools.loadDictionaries(),
  });
  const truth = JSON.parse(readFileSync(truthPath, "utf8")) as { documents: readonly JudgedDocument[] };
  let [characters, asRead, normalized, repaired, right, wrong] = [0, 0, 0, 0, 0, 0];
  const examples: string[] = [];
  documents.filter(isHrPolicyDocument).forEach((document, index) => {
    const expected = truth.documents[index]?.records ?? [];
    const judged = document.records as unknown as Parameters<typeof matchRecords>[1];
    for (const pair of matchRecords(expected, judged).pairs) {
      const record = document.records[pair.found]!;
      for (const field of TEXT_FIELDS) {
        const printed = foldText(expected[pair.expected]![field] ?? null);
        const evidence = record.evidence[field];
        if (evidence === undefined) continue;
        const distance = (text: string | null): number => editDistance(printed, foldText(text));
        characters += printed.length;
        // A heading's number stands on its line too; a title starts at the same station as it ends.
        asRead += distance(field === "policyTitle" ? evidence.observed : rawText(pages, evidence.boxes));
        normalized += distance(evidence.observed);
        repaired += distance(record[field]);
        const verdict = judgeRepairs(expected[pair.expected]![field] ?? null, evidence);
        right += verdict.right;
        wrong += verdict.wrong;
        examples.push(...verdict.examples);
      }
    }
  });
  return { name, characters, asRead, normalized, repaired, right, wrong, examples };
}

/** The engine's lines in these boxes, one after another. */
function rawText(pages: readonly ReadPage[], boxes: readonly PointBox[]): string {
  return boxes
    .flatMap((box) => {
      const page = pages.find(({ pageNumber }) => pageNumber === box.pageNumber);
      const lines = page?.tables.flatMap((table) => table.cells.flatMap((cell) => cell.lines)) ?? [];
      return lines.filter(({ box: line }) => {
        const [x, y] = [line.left + line.width / 2, line.top + line.height / 2];
        return x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height;
      });
    })
    .map(({ text }) => text)
    .join("\n");
}
