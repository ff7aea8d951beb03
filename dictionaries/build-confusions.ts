/**
 * Measures what the engine confuses and writes it into `confusions.json`: documents of the fixture maker are read as
 * any scan, what came out is aligned with what they say. Run with `npm run build-confusions` when the model changes;
 * `-- --work FOLDER` keeps the documents and readings and takes those that are there already.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { matchRecords } from "../src/evaluate/match-records.ts";
import type { JudgedDocument } from "../src/evaluate/truth.ts";
import { confusionCosts } from "../src/repair/confusion-costs.ts";
import { type ConfusionCounts, countConfusions, noConfusions } from "../src/repair/count-confusions.ts";
import { confusionDictionarySchema } from "../src/repair/dictionary-schema.ts";
import { compileEditCosts, type EditCosts } from "../src/repair/edit-costs.ts";

const FIELDS = ["activityName", "target", "result", "issues"] as const;

interface ReadFile {
  readonly producer: { readonly model: string };
  readonly documents: readonly JudgedDocument[];
}

const { values } = parseArgs({
  options: {
    work: { type: "string" },
    count: { type: "string", default: "12" },
    seed: { type: "string", default: "confusions" },
  },
});
const folder = values.work ?? mkdtempSync(join(tmpdir(), "confusions-"));
const made = join(folder, "made");
const read = join(folder, "read");
mkdirSync(read, { recursive: true });

const root = new URL("..", import.meta.url);
const run = (...args: string[]): void => {
  execFileSync(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
};
const parse = (path: string): ReadFile => JSON.parse(readFileSync(path, "utf8")) as ReadFile;

if (!existsSync(made)) {
  run("maker/main.ts", "--out", made, "--count", values.count, "--seed", values.seed, "--policies", "4");
}
const names = readdirSync(made).toSorted();
for (const name of names) {
  if (existsSync(join(read, `${name}.json`))) continue;
  const out = join(folder, "out", name);
  try {
    run("src/cli/main.ts", "extract", join(made, name, "scan.pdf"), "--quiet", "--out", out);
  } catch (error) {
    // A page that could not be read leaves the others to be counted.
    if (!existsSync(join(out, "scan.json"))) throw error;
  }
  writeFileSync(join(read, `${name}.json`), readFileSync(join(out, "scan.json")));
}

/** What was read, before any repair, beside what is printed. */
function countDocument(found: ReadFile, expected: ReadFile, costs: EditCosts, counts: ConfusionCounts): void {
  expected.documents.forEach((document, index) => {
    const records = found.documents[index]?.records ?? [];
    for (const pair of matchRecords(document.records, records).pairs) {
      for (const field of FIELDS) {
        const printed = document.records[pair.expected]?.[field];
        const evidence = records[pair.found]?.evidence?.[field] as { observed?: string | null } | undefined;
        if (typeof printed !== "string" || typeof evidence?.observed !== "string") continue;
        countConfusions(evidence.observed, printed, costs, counts);
      }
    }
  });
}

const target = new URL("confusions.json", import.meta.url);
const { measured: _before, ...written } = confusionDictionarySchema.parse(
  JSON.parse(readFileSync(target, "utf8")),
);
const costs = compileEditCosts(written);
const counts = noConfusions();
let model = "";
for (const name of names) {
  const found = parse(join(read, `${name}.json`));
  model = found.producer.model;
  countDocument(found, parse(join(made, name, "expected.json")), costs, counts);
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
