import { mkdirSync } from "node:fs";
import { join } from "node:path";

const TRAINING = import.meta.dirname;

/** Where the stages leave their files; everything under `work` is made again by running them. */
export const FOLDERS = {
  phrases: join(TRAINING, "phrases"),
  work: join(TRAINING, "work"),
  stock: join(TRAINING, "work", "stock"),
  starter: join(TRAINING, "work", "starter"),
  texts: join(TRAINING, "work", "texts"),
  lines: join(TRAINING, "work", "lines"),
  validation: join(TRAINING, "work", "validation"),
  fresh: join(TRAINING, "work", "fresh"),
  checkpoints: join(TRAINING, "work", "checkpoints"),
  preview: join(TRAINING, "work", "preview"),
  models: join(TRAINING, "..", "models"),
} as const;

export const MODEL_NAME = "raingan-tha";
/** The small model that checks numbers. */
export const NUMBER_MODEL_NAME = "raingan-numbers";

/** The folder, made where it is missing. */
export function openFolder(name: keyof typeof FOLDERS): string {
  mkdirSync(FOLDERS[name], { recursive: true });
  return FOLDERS[name];
}
