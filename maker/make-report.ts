import type { GrayImage } from "../src/model/image.ts";
import { drawReport, type ReportOptions } from "./content/draw-report.ts";
import { drawScanProfile } from "./effects/random-profile.ts";
import type { ScanProfile } from "./effects/scan-image.ts";
import { scanProfile } from "./effects/scan-profiles.ts";
import { expectReport, type ExpectedDocument } from "./expect-report.ts";
import { makeRandom } from "./random.ts";
import { type PageGrids, scanPages } from "./scan-pages.ts";
import { layOutReport } from "./typeset/lay-out-report.ts";
import { type DesignOptions, drawDesign } from "./typeset/table-design.ts";

/** What may be fixed about a made report; all else follows from the seed. */
export interface ReportRequest {
  readonly seed: string;
  /** A scan profile, its name, or `random`. */
  readonly profile: string | ScanProfile;
  readonly content?: ReportOptions;
  readonly design?: DesignOptions;
}

/** Page images, what must be read from them, where the tables are, and what was chosen. */
export interface MadeFixture<Expected> {
  readonly images: readonly GrayImage[];
  readonly profile: ScanProfile;
  readonly expected: Expected;
  readonly grids: readonly PageGrids[];
  /** For people: which choices the seed made. */
  readonly choices: Readonly<Record<string, unknown>>;
}

export function chooseProfile({ profile, seed }: ReportRequest): ScanProfile {
  if (typeof profile !== "string") return profile;
  return profile === "random" ? drawScanProfile(makeRandom(seed).fork("profile")) : scanProfile(profile);
}

/** One report from its seed. Pure: the same request gives the same pixels. */
export function makeReport(request: ReportRequest): MadeFixture<{ documents: ExpectedDocument[] }> {
  const profile = chooseProfile(request);
  const random = makeRandom(request.seed);
  const report = drawReport(random.fork("report"), request.content);
  const design = drawDesign(random.fork("design"), request.design);
  const { pages, recordPages } = layOutReport(report, design);
  const { images, grids } = scanPages(pages, profile, random.fork("scan"));
  const { regular, bold, rules, ...measures } = design;
  return {
    images,
    profile,
    grids,
    expected: { documents: [expectReport(report, recordPages)] },
    choices: {
      digits: report.digits,
      office: report.office.organization.name,
      faces: [regular.id, bold.id],
      rules: rules.name,
      design: measures,
    },
  };
}
