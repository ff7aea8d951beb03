import type { ScanProfile } from "./scan-image.ts";
import type { ScanStep } from "./scan-step.ts";

const lens: ScanStep = { effect: "blur", sigmaPx: 0.6 };
const whitePaper: ScanStep = {
  effect: "paper",
  level: 251,
  gradient: 0.02,
  directionDegrees: 30,
  unevenness: 0.01,
};
const dust: ScanStep = {
  effect: "specks",
  perMegapixel: 60,
  maxRadiusPx: 1.5,
  darkShare: 0.8,
  strength: 0.5,
};
/** A printed hairline is wider than its one pixel at a low resolution; without this, rules fall apart in a threshold. */
const lowResolutionInk: ScanStep = { effect: "ink-weight", amountPx: 0.35 };

/** What a good office scanner makes; the other profiles say where they differ from it. */
const office: ScanProfile = {
  name: "office-300",
  dpi: 300,
  print: [],
  minSkewDegrees: 0,
  maxSkewDegrees: 0.5,
  sensor: [
    lens,
    whitePaper,
    { effect: "grain", sizePx: 3, amplitude: 4 },
    { effect: "noise", sigma: 4 },
    dust,
  ],
  storage: { kind: "jpeg", quality: 75 },
};

const greyAndShaded: readonly ScanStep[] = [
  { effect: "blur", sigmaPx: 0.7 },
  { effect: "paper", level: 236, gradient: 0.12, directionDegrees: 200, unevenness: 0.05 },
  { effect: "grain", sizePx: 2, amplitude: 8 },
  { effect: "noise", sigma: 6 },
  dust,
];

const profiles: readonly ScanProfile[] = [
  { ...office, name: "digital-300", maxSkewDegrees: 0, sensor: [] },
  {
    ...office,
    name: "clean-300",
    maxSkewDegrees: 0.2,
    sensor: [lens, { effect: "noise", sigma: 2 }],
    storage: { kind: "jpeg", quality: 85 },
  },
  office,
  { ...office, name: "office-200-grey", dpi: 200, maxSkewDegrees: 0.7, sensor: greyAndShaded },
  {
    ...office,
    name: "coloured-paper-200",
    dpi: 200,
    sensor: [
      lens,
      { effect: "paper", level: 196, gradient: 0.06, directionDegrees: 90, unevenness: 0.04 },
      { effect: "grain", sizePx: 2, amplitude: 10 },
      { effect: "noise", sigma: 5 },
    ],
  },
  {
    ...office,
    name: "copier-150",
    dpi: 150,
    print: [{ effect: "ink-weight", amountPx: 0.25 }],
    maxSkewDegrees: 0.8,
    sensor: [
      { effect: "blur", sigmaPx: 0.5 },
      { effect: "tone", contrast: 1.3, brightness: 10, gamma: 1 },
      { effect: "noise", sigma: 8 },
      { ...dust, strength: 0.8 },
    ],
    storage: { kind: "jpeg", quality: 60 },
  },
  {
    ...office,
    name: "light-300",
    print: [
      { effect: "ink-weight", amountPx: -0.35 },
      { effect: "broken-strokes", sizePx: 6, share: 0.12, fade: 0.8 },
    ],
    sensor: [
      lens,
      { effect: "tone", contrast: 0.9, brightness: 20, gamma: 0.8 },
      { effect: "noise", sigma: 5 },
    ],
  },
  {
    ...office,
    name: "dark-300",
    print: [{ effect: "ink-weight", amountPx: 1 }],
    sensor: [
      { effect: "blur", sigmaPx: 0.9 },
      { effect: "paper", level: 228, gradient: 0.05, directionDegrees: 0, unevenness: 0.05 },
      { effect: "tone", contrast: 1.2, brightness: -15, gamma: 1.2 },
      { effect: "noise", sigma: 6 },
      dust,
    ],
  },
  { ...office, name: "skewed-2deg", minSkewDegrees: 1.5, maxSkewDegrees: 2.2 },
  {
    ...office,
    name: "warped-200",
    dpi: 200,
    sensor: [{ effect: "warp", amplitudePx: 3, waveLengthPx: 1400 }, ...greyAndShaded],
  },
  {
    ...office,
    name: "stamped-300",
    print: [
      { effect: "stamp", acrossShare: 0.82, downShare: 0.72, radiusPx: 210, level: 115 },
      { effect: "punch-holes", radiusPx: 32, marginPx: 130, gapPx: 945, side: "top", level: 60 },
    ],
  },
  {
    ...office,
    name: "show-through-300",
    print: [{ effect: "show-through", strength: 0.16, blurPx: 2 }],
  },
  {
    ...office,
    name: "bilevel-300",
    sensor: [lens, { effect: "noise", sigma: 12 }, { effect: "threshold", level: 150 }],
    storage: { kind: "bilevel" },
  },
  {
    ...office,
    name: "bilevel-200-faint",
    dpi: 200,
    print: [
      { effect: "ink-weight", amountPx: 0.15 },
      { effect: "broken-strokes", sizePx: 4, share: 0.05, fade: 0.5 },
    ],
    sensor: [
      { effect: "blur", sigmaPx: 0.6 },
      { effect: "noise", sigma: 16 },
      { effect: "threshold", level: 138 },
    ],
    storage: { kind: "bilevel" },
  },
  {
    ...office,
    name: "bilevel-150",
    dpi: 150,
    print: [lowResolutionInk],
    sensor: [lens, { effect: "noise", sigma: 10 }, { effect: "threshold", level: 165 }],
    storage: { kind: "bilevel" },
  },
  {
    ...office,
    name: "fax-bilevel",
    dpi: 204,
    print: [lowResolutionInk],
    maxSkewDegrees: 0.6,
    sensor: [
      lens,
      { effect: "noise", sigma: 12 },
      { effect: "fax", dpi: 204, linesPerInch: 196, level: 150 },
      { effect: "specks", perMegapixel: 40, maxRadiusPx: 1.6, darkShare: 0.7, strength: 1 },
      { effect: "threshold", level: 128 },
    ],
    storage: { kind: "bilevel" },
  },
  {
    ...office,
    name: "fax-standard",
    dpi: 204,
    print: [lowResolutionInk],
    maxSkewDegrees: 0.4,
    sensor: [lens, { effect: "noise", sigma: 8 }, { effect: "fax", dpi: 204, linesPerInch: 98, level: 165 }],
    storage: { kind: "bilevel" },
  },
  {
    ...office,
    name: "copy-of-a-copy-200",
    dpi: 200,
    print: [
      { effect: "blur", sigmaPx: 0.8 },
      { effect: "noise", sigma: 20 },
      { effect: "threshold", level: 160 },
      { effect: "scanner-edges", depthPx: 14, sides: ["left", "bottom"], level: 20 },
    ],
    maxSkewDegrees: 1,
    sensor: [
      { effect: "blur", sigmaPx: 0.6 },
      { effect: "noise", sigma: 18 },
      { effect: "threshold", level: 150 },
      { effect: "specks", perMegapixel: 120, maxRadiusPx: 2, darkShare: 0.9, strength: 1 },
      { effect: "threshold", level: 128 },
    ],
    storage: { kind: "bilevel" },
  },
];

/** The named profiles, by name. */
export const SCAN_PROFILES: ReadonlyMap<string, ScanProfile> = new Map(
  profiles.map((profile) => [profile.name, profile]),
);

/** A named profile. Throws with the list of names where there is none of that name. */
export function scanProfile(name: string): ScanProfile {
  const profile = SCAN_PROFILES.get(name);
  if (profile === undefined) {
    throw new Error(`No scan profile ${name}; there are ${[...SCAN_PROFILES.keys()].join(", ")}`);
  }
  return profile;
}
