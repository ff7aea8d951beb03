import type { GrayImage } from "../../src/model/image.ts";
import type { Random } from "../random.ts";
import { addGrain } from "./add-grain.ts";
import { addNoise } from "./add-noise.ts";
import { addScannerEdges, type EdgeParameters } from "./add-scanner-edges.ts";
import { addShowThrough } from "./add-show-through.ts";
import { addSpecks, type SpeckParameters } from "./add-specks.ts";
import { addStamp, type StampParameters } from "./add-stamp.ts";
import { adjustTone, threshold, type ToneParameters } from "./adjust-tone.ts";
import { blur } from "./blur.ts";
import { breakStrokes, type BreakParameters } from "./break-strokes.ts";
import { type HoleParameters, punchHoles } from "./punch-holes.ts";
import { type FaxParameters, sendByFax } from "./send-by-fax.ts";
import { type PaperParameters, shadePaper } from "./shade-paper.ts";
import { warp, type WarpParameters } from "./warp.ts";
import { weighInk } from "./weigh-ink.ts";

/** One effect with its parameters, as data that a file can hold. */
export type ScanStep =
  | ({ readonly effect: "blur" } & { readonly sigmaPx: number })
  | ({ readonly effect: "noise" } & { readonly sigma: number })
  | ({ readonly effect: "specks" } & SpeckParameters)
  | ({ readonly effect: "paper" } & PaperParameters)
  | ({ readonly effect: "grain" } & { readonly sizePx: number; readonly amplitude: number })
  | ({ readonly effect: "ink-weight" } & { readonly amountPx: number })
  | ({ readonly effect: "broken-strokes" } & BreakParameters)
  | ({ readonly effect: "tone" } & ToneParameters)
  | ({ readonly effect: "threshold" } & { readonly level: number })
  | ({ readonly effect: "fax" } & FaxParameters)
  | ({ readonly effect: "warp" } & WarpParameters)
  | ({ readonly effect: "scanner-edges" } & EdgeParameters)
  | ({ readonly effect: "punch-holes" } & HoleParameters)
  | ({ readonly effect: "show-through" } & { readonly strength: number; readonly blurPx: number })
  | ({ readonly effect: "stamp" } & StampParameters);

/** Applies one step; `behind` is the other side of the sheet, for show-through. */
export function applyScanStep(
  image: GrayImage,
  step: ScanStep,
  random: Random,
  behind?: GrayImage,
): GrayImage {
  switch (step.effect) {
    case "blur":
      return blur(image, step, random);
    case "noise":
      return addNoise(image, step, random);
    case "specks":
      return addSpecks(image, step, random);
    case "paper":
      return shadePaper(image, step, random);
    case "grain":
      return addGrain(image, step, random);
    case "ink-weight":
      return weighInk(image, step, random);
    case "broken-strokes":
      return breakStrokes(image, step, random);
    case "tone":
      return adjustTone(image, step, random);
    case "threshold":
      return threshold(image, step, random);
    case "fax":
      return sendByFax(image, step, random);
    case "warp":
      return warp(image, step, random);
    case "scanner-edges":
      return addScannerEdges(image, step, random);
    case "punch-holes":
      return punchHoles(image, step, random);
    case "show-through":
      return addShowThrough(image, behind === undefined ? step : { ...step, behind }, random);
    case "stamp":
      return addStamp(image, step, random);
    default:
      throw new Error(`No scan effect of this name: ${JSON.stringify(step satisfies never)}`);
  }
}
