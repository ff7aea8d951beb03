import type { Pipeline } from "../src/run/pipeline.ts";
import { hrPolicyReport } from "./hr-policy-report.ts";
import { ruledTable } from "./ruled-table.ts";

/** Every recipe; the first is the one that is used unless another is asked for. */
export const PIPELINES: readonly [Pipeline, ...Pipeline[]] = [hrPolicyReport, ruledTable];

/** The recipe of this name, or undefined. */
export function findPipeline(name: string): Pipeline | undefined {
  return PIPELINES.find((pipeline) => pipeline.name === name);
}
