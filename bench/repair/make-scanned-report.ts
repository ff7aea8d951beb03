import { drawReport, type Report } from "../../maker/content/draw-report.ts";
import { say } from "../../maker/content/phrase.ts";
import { drawScanProfile } from "../../maker/effects/random-profile.ts";
import { expectReport, type ExpectedDocument } from "../../maker/expect-report.ts";
import { makeRandom, type Random } from "../../maker/random.ts";
import { scanPages } from "../../maker/scan-pages.ts";
import { layOutReport } from "../../maker/typeset/lay-out-report.ts";
import { drawDesign } from "../../maker/typeset/table-design.ts";
import { writePdf } from "../../maker/write-pdf.ts";
import { drawPerson } from "./draw-person.ts";

/** Tables of offices have all their rules far more often than not; lost rows are no matter of repair. */
const ALL_RULES_SHARE = 0.8;
const PERSON_SHARE = 0.35;

/** A scanned report as a file, what it says, and how it was scanned. */
export interface ScannedReport {
  readonly pdf: Uint8Array;
  readonly truth: ExpectedDocument;
  readonly profile: string;
  readonly rules: string;
}

/**
 * A small report from its seed: one policy, up to two activities, an office, a look and a scan by lot; some results
 * name a person.
 */
export async function makeScannedReport(seed: string): Promise<ScannedReport> {
  const random = makeRandom(seed);
  const report = withPersons(
    drawReport(random.fork("report"), { policyCount: 1, maxActivities: 2 }),
    random.fork("persons"),
  );
  const hasAllRules = random.fork("rules").chance(ALL_RULES_SHARE);
  const design = drawDesign(random.fork("design"), hasAllRules ? { ruleName: "all" } : {});
  const profile = drawScanProfile(random.fork("profile"));
  const { pages, recordPages } = layOutReport(report, design);
  const { images } = scanPages(pages, profile, random.fork("scan"));
  return {
    pdf: await writePdf(images, profile.dpi, profile.storage),
    truth: expectReport(report, recordPages),
    profile: profile.name,
    rules: design.rules.name,
  };
}

function withPersons(report: Report, random: Random): Report {
  return {
    ...report,
    policies: report.policies.map((policy) => ({
      ...policy,
      activities: policy.activities.map((activity) =>
        random.chance(PERSON_SHARE)
          ? { ...activity, result: say`${activity.result}\nโดยมี${drawPerson(random)} เป็นผู้รับผิดชอบ` }
          : activity,
      ),
    })),
  };
}
