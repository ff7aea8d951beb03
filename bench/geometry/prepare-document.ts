import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeReport, type ReportRequest } from "../../maker/make-report.ts";
import { makeRuledTable } from "../../maker/make-ruled-table.ts";
import type { PageGrids } from "../../maker/scan-pages.ts";
import { writePdf } from "../../maker/write-pdf.ts";
import type { GeometryDocument } from "./geometry-sets.ts";

/** A made scan on disk and where its tables are. */
export interface PreparedDocument {
  readonly scanPath: string;
  /** The profile's name; a profile by chance is named for its kind and resolution. */
  readonly profileName: string;
  readonly pages: readonly PageGrids[];
}

/** Makes a document, or takes the one that an earlier run left in `folder`. */
export async function prepareDocument(document: GeometryDocument, folder: string): Promise<PreparedDocument> {
  const place = join(folder, `${document.kind}-${document.rules}-${document.profile}-${document.seed}`);
  const scanPath = join(place, "scan.pdf");
  const truthPath = join(place, "grid.json");
  if (!existsSync(truthPath)) {
    const request: ReportRequest = {
      seed: document.seed,
      profile: document.profile,
      content: { policyCount: 2 },
      design: { ruleName: document.rules },
    };
    const made = document.kind === "hr" ? makeReport(request) : makeRuledTable(request);
    await mkdir(place, { recursive: true });
    await writeFile(scanPath, await writePdf(made.images, made.profile.dpi, made.profile.storage));
    await writeFile(truthPath, JSON.stringify({ profileName: made.profile.name, pages: made.grids }));
  }
  const truth = JSON.parse(await readFile(truthPath, "utf8")) as Omit<PreparedDocument, "scanPath">;
  return { scanPath, ...truth };
}
