import type { ReportTable } from "../src/evaluate/report-tables.ts";
import type { NativeResult } from "./run-native.ts";
import type { RainganResult } from "./run-raingan.ts";

/** What was measured on one document. */
export interface DocumentBench {
  readonly name: string;
  readonly native: NativeResult | null;
  /** Two processes side by side; null for a single page. */
  readonly twoNatives: NativeResult | null;
  readonly oneWorker: RainganResult;
  readonly twoWorkers: RainganResult;
}

const STAGES = ["raster", "clean", "layout", "read"];

/** Processor time a page next to native Tesseract, the same by stage, and what two workers gain. */
export function benchTables(documents: readonly DocumentBench[]): readonly ReportTable[] {
  return [
    {
      heading: "Seconds of CPU a page, one worker",
      columns: [
        "",
        "pages",
        "native tesseract",
        "raingan",
        "raingan / native",
        ...STAGES,
        "start-up and rest",
      ],
      rows: documents.map(({ name, native, oneWorker }) => {
        const { pageCount, cpuSeconds, stageCpuSeconds } = oneWorker;
        const staged = STAGES.map((stage) => stageCpuSeconds.get(stage) ?? 0);
        const rest = cpuSeconds - [...stageCpuSeconds.values()].reduce((sum, seconds) => sum + seconds, 0);
        const perPage = (seconds: number): string => (seconds / pageCount).toFixed(2);
        return [
          name,
          `${pageCount}`,
          native === null ? "-" : perPage(native.cpuSeconds),
          perPage(cpuSeconds),
          native === null ? "-" : (cpuSeconds / native.cpuSeconds).toFixed(2),
        ].concat([...staged, rest].map(perPage));
      }),
    },
    {
      heading: "Time and memory",
      columns: [
        "",
        "seconds, 1 worker",
        "2 workers",
        "faster by",
        "two native side by side",
        "peak MiB, 1 worker",
        "2 workers",
      ],
      rows: documents.map(({ name, native, twoNatives, oneWorker, twoWorkers }) => [
        name,
        oneWorker.wallSeconds.toFixed(1),
        twoWorkers.wallSeconds.toFixed(1),
        (oneWorker.wallSeconds / twoWorkers.wallSeconds).toFixed(2),
        native === null || twoNatives === null
          ? "-"
          : (native.wallSeconds / twoNatives.wallSeconds).toFixed(2),
        oneWorker.peakMiB?.toFixed(0) ?? "-",
        twoWorkers.peakMiB?.toFixed(0) ?? "-",
      ]),
    },
  ];
}

/** Whether memory stays flat over a long document: after the tenth page, in the middle, at the end, at most. */
export function longTable(long: RainganResult): ReportTable {
  const { rssMiB, pageCount, peakMiB, wallSeconds } = long;
  const at = (page: number): string => `${rssMiB[page - 1] ?? "-"}`;
  const middle = Math.ceil(pageCount / 2);
  const sinceTenth = rssMiB.slice(9);
  return {
    heading: "Memory of the reading process over a long document, one worker, in MiB",
    columns: [
      "pages",
      "after page 10",
      `page ${middle}`,
      "last page",
      "most since page 10",
      "whole tree, peak",
      "seconds",
    ],
    rows: [
      [
        `${pageCount}`,
        at(10),
        at(middle),
        at(pageCount),
        `${Math.max(...sinceTenth)}`,
        peakMiB?.toFixed(0) ?? "-",
        wallSeconds.toFixed(0),
      ],
    ],
  };
}
