import { hrPolicyReport } from "../../pipelines/hr-policy-report.ts";
import { ruledTable } from "../../pipelines/ruled-table.ts";
import type { Pipeline } from "../run/pipeline.ts";
import { UsageError } from "./exit-code.ts";

/** Every recipe; the first is the one that is used unless another is asked for. */
export const PIPELINES: readonly [Pipeline, ...Pipeline[]] = [hrPolicyReport, ruledTable];

/** @throws UsageError where no recipe has this name. */
export function findPipeline(name: string): Pipeline {
  const found = PIPELINES.find((pipeline) => pipeline.name === name);
  if (found !== undefined) return found;
  const names = PIPELINES.map((pipeline) => pipeline.name).join(", ");
  throw new UsageError(`--pipeline ${name}: there is no such recipe; choose one of ${names}.`);
}
