/**
 * Measures what the engine confuses, and how far its confidences tell it, and writes it into `confusions.json`:
 * documents of the fixture maker are read as any scan, what came out is aligned with what they say. Run with
 * `npm run build-confusions` when the model changes; `-- --work FOLDER` keeps the documents and readings and takes
 * those of the same model that are there already.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readPages } from "../bench/repair/read-pages.ts";
import { hrPolicyReport } from "../pipelines/hr-policy-report.ts";
import { withTools } from "../src/cli/run-tools.ts";
import { matchRecords } from "../src/evaluate/match-records.ts";
import type { JudgedDocument } from "../src/evaluate/truth.ts";
import { isHrPolicyDocument } from "../src/model/extraction.ts";
import type { ReadPage } from "../src/model/reading.ts";
import { characterConfidences, linesInBoxes } from "../src/repair/character-confidences.ts";
import { confusionCosts } from "../src/repair/confusion-costs.ts";
import { confidenceRows, countConfidences, noConfidences } from "../src/repair/count-confidences.ts";
import { countConfusions, noConfusions } from "../src/repair/count-confusions.ts";
import { confusionDictionarySchema } from "../src/repair/dictionary-schema.ts";
import { compileEditCosts } from "../src/repair/edit-costs.ts";
import { type Dictionaries, loadDictionaries } from "../src/repair/load-dictionaries.ts";

const FIELDS = ["activityName", "target", "result", "issues"] as const;

/** A document's pages as they were read, kept between runs. */
interface KeptReading {
  readonly model: string;
  readonly sha256: string;
  readonly pages: readonly ReadPage[];
}

const { values } = parseArgs({
  options: {
    work: { type: "string" },
    count: { type: "string", default: "36" },
    seed: { type: "string", default: "confusions" },
    workers: { type: "string", default: "1" },
  },
});
const folder = values.work ?? mkdtempSync(join(tmpdir(), "confusions-"));
const made = join(folder, "made");
const kept = join(folder, "pages");
mkdirSync(kept, { recursive: true });

const parse = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
if (!existsSync(made)) {
  const asked = ["--out", made, "--count", values.count, "--seed", values.seed, "--policies", "4"];
  execFileSync(process.execPath, ["maker/main.ts", ...asked], {
    cwd: new URL("..", import.meta.url),
    stdio: ["ignore", "ignore", "inherit"],
  });
}
const names = readdirSync(made).toSorted();
const model = await withTools(
  { workers: Number(values.workers) },
  new AbortController().signal,
  async (tools) => {
    const waiting = names.filter((name) => {
      const file = join(kept, `${name}.json`);
      return !existsSync(file) || (parse(file) as KeptReading).model !== tools.model.name;
    });
    const work = async (): Promise<void> => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        const read = await readPages(join(made, name, "scan.pdf"), tools);
        const reading: KeptReading = { model: tools.model.name, ...read };
        writeFileSync(join(kept, `${name}.json`), JSON.stringify(reading));
        process.stderr.write(`${name}: ${read.pages.length} pages read\n`);
      }
    };
    await Promise.all(Array.from({ length: Number(values.workers) }, work));
    return tools.model.name;
  },
);

const target = new URL("confusions.json", import.meta.url);
const { measured: _before, ...written } = confusionDictionarySchema.parse(
  JSON.parse(readFileSync(target, "utf8")),
);
const costs = compileEditCosts(written);
const counts = noConfusions();
const confidences = noConfidences();

/** What was read, before any repair, beside what is printed. */
function countReading({ sha256, pages }: KeptReading, expected: readonly JudgedDocument[]): void {
  const context = { sha256, fileName: "scan.pdf", knowsThaiDigits: true, dictionaries };
  const byNumber = new Map(pages.map((page) => [page.pageNumber, page]));
  const documents = hrPolicyReport.assemble(pages, context).documents.filter(isHrPolicyDocument);
  documents.forEach((document, index) => {
    const truths = expected[index]?.records ?? [];
    const judged = document.records as unknown as Parameters<typeof matchRecords>[1];
    for (const pair of matchRecords(truths, judged).pairs) {
      for (const field of FIELDS) {
        const printed = truths[pair.expected]?.[field];
        const { observed, boxes } = document.records[pair.found]!.evidence[field]!;
        if (typeof printed !== "string" || observed === null) continue;
        countConfusions(observed, printed, costs, counts);
        const sure = characterConfidences(observed, linesInBoxes(byNumber, boxes));
        countConfidences(observed, sure, printed, costs, confidences);
      }
    }
  });
}

const dictionaries: Dictionaries = loadDictionaries();
for (const name of names) {
  const truth = parse(join(made, name, "expected.json")) as { documents: readonly JudgedDocument[] };
  countReading(parse(join(kept, `${name}.json`)) as KeptReading, truth.documents);
}
const confusions = confusionCosts(counts, costs);

const line = (item: unknown): string => JSON.stringify(item);
const list = (items: readonly unknown[], indent: string): string =>
  items.map((item) => indent + line(item)).join(",\n");
const printed = Object.fromEntries([...counts.printed].toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(
  target,
  `{
 "source": ${line(written.source)},
 "licence": ${line(written.licence)},
 "classes": [
${list(written.classes, "  ")}
 ],
 "otherCharacters": ${line(written.otherCharacters)},
 "acrossClasses": ${line(written.acrossClasses)},
 "groups": [
${list(written.groups, "  ")}
 ],
 "pairs": [
${list(written.pairs, "  ")}
 ],
 "measured": {
  "model": ${line(model)},
  "characters": ${counts.characters},
  "printed": ${line(printed)},
  "confidences": [
${list(confidenceRows(confidences), "   ")}
  ],
  "confusions": [
${list(confusions, "   ")}
  ]
 }
}
`,
);
process.stdout.write(
  `${names.length} documents, ${counts.characters} characters, ${confusions.length} confusions seen twice or more\n`,
);
