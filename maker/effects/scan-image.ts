import { type Affine, IDENTITY } from "../../src/model/box.ts";
import type { GrayImage } from "../../src/model/image.ts";
import type { Random } from "../random.ts";
import { compressJpeg } from "./compress-jpeg.ts";
import { rotate, rotationMap } from "./rotate.ts";
import { applyScanStep, type ScanStep } from "./scan-step.ts";

/** How a page came from the printer to the file, in the order of things. Lengths are pixels at `dpi`. */
export interface ScanProfile {
  readonly name: string;
  readonly dpi: number;
  /** On the sheet, before it is laid down: ink, copies, stamps, the other side. */
  readonly print: readonly ScanStep[];
  /** Each page lies at an angle of its own, at most this far from straight; clockwise or not by chance. */
  readonly maxSkewDegrees: number;
  /** Part of `maxSkewDegrees` that every page has at least; 0 for the usual spread around straight. */
  readonly minSkewDegrees: number;
  /** In the scanner: paper, lens, sensor, threshold. */
  readonly sensor: readonly ScanStep[];
  readonly storage: { readonly kind: "jpeg"; readonly quality: number } | { readonly kind: "bilevel" };
}

export interface ScannedImage {
  readonly image: GrayImage;
  readonly skewDegrees: number;
  /** Pixel of the page as printed to pixel of the scan; a warp (some pixels) is not in it. */
  readonly printToScan: Affine;
}

/** The scan of a page, before it is stored. Pure; the angle is the first thing drawn from `random`. */
export function scanImage(
  page: GrayImage,
  profile: ScanProfile,
  random: Random,
  behind?: GrayImage,
): ScannedImage {
  const size = random.between(profile.minSkewDegrees, profile.maxSkewDegrees);
  const skewDegrees = profile.maxSkewDegrees === 0 ? 0 : size * (random.chance(0.5) ? 1 : -1);
  let image = page;
  for (const step of profile.print) image = applyScanStep(image, step, random, behind);
  const printToScan = skewDegrees === 0 ? IDENTITY : rotationMap(image, skewDegrees);
  image = rotate(image, { degrees: skewDegrees, fill: "white" }, random);
  for (const step of profile.sensor) image = applyScanStep(image, step, random, behind);
  return { image, skewDegrees, printToScan };
}

/** The scan of an image as it comes back from its file: `scanImage`, then JPEG where the profile stores it so. */
export async function scanAndStoreImage(
  image: GrayImage,
  profile: ScanProfile,
  random: Random,
): Promise<GrayImage> {
  const scan = scanImage(image, profile, random).image;
  return profile.storage.kind === "jpeg" ? compressJpeg(scan, profile.storage.quality) : scan;
}
