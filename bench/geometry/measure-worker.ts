import type { GeometryDocument } from "./geometry-sets.ts";
import { measureDocument, type MeasureSettings } from "./measure-document.ts";

// A child process of `run.ts`: measures one document for each message and sends back its pages.
process.on("message", ({ document, settings }: { document: GeometryDocument; settings: MeasureSettings }) => {
  void measureDocument(document, settings).then((results) => process.send?.(results));
});
