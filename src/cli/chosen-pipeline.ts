import { PIPELINES, findPipeline } from "../../pipelines/registry.ts";
import type { Pipeline } from "../run/pipeline.ts";
import { UsageError } from "./exit-code.ts";

/** @throws UsageError where no recipe has this name. */
export function chosenPipeline(name: string): Pipeline {
  const found = findPipeline(name);
  if (found !== undefined) return found;
  const names = PIPELINES.map((pipeline) => pipeline.name).join(", ");
  throw new UsageError(`--pipeline ${name}: there is no such recipe; choose one of ${names}.`);
}
