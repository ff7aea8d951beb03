import type { PageKind } from "../model/page.ts";
import type { StageTime } from "./stage-clock.ts";

/** What happens while files are extracted, for progress, logs and measurements; never part of the output. */
export type ExtractionEvent =
  | { readonly kind: "file-opened"; readonly filePath: string; readonly pageNumbers: readonly number[] }
  | { readonly kind: "page-started"; readonly filePath: string; readonly pageNumber: number }
  | {
      readonly kind: "page-stage";
      readonly filePath: string;
      readonly pageNumber: number;
      readonly stage: string;
    }
  | {
      readonly kind: "page-done";
      readonly filePath: string;
      readonly pageNumber: number;
      readonly pageKind: PageKind;
      readonly wallMs: number;
      readonly stages: readonly StageTime[];
      /** What the process that read the page holds in memory after it. */
      readonly rssMiB: number;
    }
  | {
      readonly kind: "page-failed";
      readonly filePath: string;
      readonly pageNumber: number;
      readonly code: string;
      readonly message: string;
      readonly wallMs: number;
    }
  | {
      readonly kind: "file-done";
      readonly filePath: string;
      readonly wallMs: number;
      readonly assembleMs: number;
    };

export type ExtractionListener = (event: ExtractionEvent) => void;
