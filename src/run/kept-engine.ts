import type { LineEngine } from "../ocr/engine.ts";
import { readTraineddata } from "../ocr/read-traineddata.ts";
import { startTesseract } from "../ocr/tesseract-engine.ts";
import { defaultModelPath, numberModelPath } from "./default-model-path.ts";

/** Gives the engine of a model: the one before where it is the same model, else another in its place. */
export type EngineKeeper = (modelPath: string | null) => Promise<LineEngine>;

/**
 * Keeps a process's engine from file to file: loading nets and compiling the recognizer costs some two seconds of CPU,
 * as much as reading a page. A line's reading does not depend on what was read before, so nothing carries over.
 */
export function keepEngine(start = startNets): EngineKeeper {
  let kept: { readonly modelPath: string | null; readonly engine: Promise<LineEngine> } | null = null;
  return (modelPath) => {
    if (kept?.modelPath === modelPath) return kept.engine;
    void kept?.engine.then(
      (engine) => engine.close(),
      () => undefined,
    );
    const engine = start(modelPath);
    const started = { modelPath, engine };
    kept = started;
    // What failed to start is tried again when it is next asked for.
    engine.catch(() => {
      if (kept === started) kept = null;
    });
    return engine;
  };
}

/** The recognizer with both nets; the one for numbers is the same whatever model reads the rest. */
async function startNets(modelPath: string | null): Promise<LineEngine> {
  const numbers = numberModelPath();
  return startTesseract(await readTraineddata(modelPath ?? defaultModelPath()), {
    numberModel: numbers === null ? null : await readTraineddata(numbers),
  });
}
