import type { Random } from "../random.ts";
import type { ScanProfile } from "./scan-image.ts";
import type { ScanStep } from "./scan-step.ts";

function drawPrint(random: Random, dpi: number): ScanStep[] {
  const scale = dpi / 300;
  const steps: ScanStep[] = [];
  if (random.chance(0.6)) steps.push({ effect: "ink-weight", amountPx: random.normal(0.1, 0.5) * scale });
  if (random.chance(0.25)) {
    steps.push({
      effect: "broken-strokes",
      sizePx: random.between(3, 9) * scale,
      share: random.between(0.03, 0.15),
      fade: random.between(0.3, 0.9),
    });
  }
  if (random.chance(0.12)) {
    steps.push({ effect: "show-through", strength: random.between(0.05, 0.2), blurPx: 2.5 * scale });
  }
  if (random.chance(0.1)) {
    steps.push({
      effect: "stamp",
      acrossShare: random.between(0.1, 0.9),
      downShare: random.between(0.1, 0.9),
      radiusPx: random.between(140, 240) * scale,
      level: random.between(90, 150),
    });
  }
  return steps;
}

function drawGreySensor(random: Random, dpi: number): ScanStep[] {
  const scale = dpi / 300;
  const steps: ScanStep[] = [{ effect: "blur", sigmaPx: random.between(0.3, 1.3) * Math.max(0.7, scale) }];
  if (random.chance(0.15)) {
    steps.push({ effect: "warp", amplitudePx: random.between(1, 5) * scale, waveLengthPx: 2000 * scale });
  }
  const level = random.weighted([
    [random.between(246, 255), 5],
    [random.between(225, 246), 3],
    [random.between(185, 225), 1],
  ]);
  steps.push({
    effect: "paper",
    level,
    gradient: random.between(0, 0.15),
    directionDegrees: random.between(0, 360),
    unevenness: random.between(0, 0.06),
  });
  if (random.chance(0.35)) {
    steps.push({
      effect: "tone",
      contrast: random.between(0.8, 1.3),
      brightness: random.between(-15, 25),
      gamma: random.between(0.8, 1.3),
    });
  }
  if (random.chance(0.6)) {
    steps.push({ effect: "grain", sizePx: random.between(1.5, 4), amplitude: random.between(2, 12) });
  }
  steps.push({ effect: "noise", sigma: random.between(1, 11) });
  return steps;
}

function drawSpecks(random: Random, dpi: number, strength: number): ScanStep {
  return {
    effect: "specks",
    perMegapixel: 200 * random.next() ** 2,
    maxRadiusPx: (random.between(1, 2.5) * dpi) / 300,
    darkShare: random.between(0.5, 1),
    strength,
  };
}

/**
 * A scan profile by chance: mostly grey scans of 200 and 300 dpi, bilevel ones in a third of the cases, some faxes.
 * `dpi` fixes the resolution.
 */
export function drawScanProfile(random: Random, dpi?: number): ScanProfile {
  const kind = random.weighted([
    ["grey", 6],
    ["bilevel", 3],
    ["fax", 1],
  ] as const);
  const drawnDpi = random.weighted([
    [300, 6],
    [200, 4],
    [150, 1],
    [240, 1],
    [400, 0.5],
  ]);
  const scanDpi = dpi ?? (kind === "fax" ? 204 : drawnDpi);
  const shared = {
    name: `random-${kind}-${scanDpi}`,
    dpi: scanDpi,
    print: drawPrint(random, scanDpi),
    minSkewDegrees: 0,
    maxSkewDegrees: random.weighted([
      [0, 1],
      [0.6, 5],
      [1.5, 1],
      [2.5, 0.3],
    ]),
  };
  if (kind === "grey") {
    const sensor = [
      ...drawGreySensor(random, scanDpi),
      drawSpecks(random, scanDpi, random.between(0.3, 0.9)),
    ];
    return { ...shared, sensor, storage: { kind: "jpeg", quality: random.integer(40, 92) } };
  }
  const level = Math.round(random.normal(148, 20));
  const noisy: ScanStep[] = [
    { effect: "blur", sigmaPx: random.between(0.4, 1) * Math.max(0.7, scanDpi / 300) },
    { effect: "noise", sigma: random.between(3, 20) },
  ];
  const cut: ScanStep =
    kind === "fax"
      ? { effect: "fax", dpi: scanDpi, linesPerInch: random.chance(0.7) ? 196 : 98, level }
      : { effect: "threshold", level };
  const sensor = [
    ...noisy,
    cut,
    drawSpecks(random, scanDpi, 1),
    { effect: "threshold", level: 128 } as const,
  ];
  return { ...shared, sensor, storage: { kind: "bilevel" } };
}
