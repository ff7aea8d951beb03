/** An ellipse with upright axes, in pixels. */
export interface Ellipse {
  readonly centerX: number;
  readonly centerY: number;
  readonly radiusX: number;
  readonly radiusY: number;
}

/** Points, as two lists of the same length. */
export interface Points {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * The circle with the least algebraic distance from points (I. Kåsa, "A circle fitting procedure and its error
 * analysis", IEEE Trans. Instrum. Meas. 25, 1976): x² + y² = 2ax + 2by + c is linear in a, b, c. Null for fewer than
 * three points and for points on one line.
 */
export function fitCircle(points: Points): Ellipse | null {
  const [meanX, meanY] = [mean(points.x), mean(points.y)];
  const rows = points.x.map((x, i) => [x - meanX, points.y[i]! - meanY, 1]);
  const solved = leastSquares(
    rows,
    rows.map(([u, v]) => u! * u! + v! * v!),
  );
  if (solved === null) return null;
  const [a, b, c] = [solved[0]! / 2, solved[1]! / 2, solved[2]!];
  const radius = Math.sqrt(c + a * a + b * b);
  return Number.isFinite(radius)
    ? { centerX: meanX + a, centerY: meanY + b, radiusX: radius, radiusY: radius }
    : null;
}

/**
 * The ellipse with upright axes with the least algebraic distance from points, as for a circle with the square of the
 * ratio of both axes as one more unknown: a feeder stretches a scan along the page. Null where there is none.
 */
export function fitEllipse(points: Points): Ellipse | null {
  const [meanX, meanY] = [mean(points.x), mean(points.y)];
  // x² = 2ax + 2qby - qy² + c, with q the square of the ratio of the axes.
  const rows = points.x.map((x, i) => [x - meanX, points.y[i]! - meanY, -((points.y[i]! - meanY) ** 2), 1]);
  const solved = leastSquares(
    rows,
    rows.map(([u]) => u! * u!),
  );
  if (solved === null || solved[2]! <= 0) return null;
  const ratio = solved[2]!;
  const [a, b] = [solved[0]! / 2, solved[1]! / 2 / ratio];
  const radiusX = Math.sqrt(solved[3]! + a * a + ratio * b * b);
  return Number.isFinite(radiusX)
    ? { centerX: meanX + a, centerY: meanY + b, radiusX, radiusY: radiusX / Math.sqrt(ratio) }
    : null;
}

/** The circle through three points, or null where they lie on one line. */
export function circleThrough(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  [x3, y3]: readonly [number, number],
): Ellipse | null {
  const [u2, v2, u3, v3] = [x2 - x1, y2 - y1, x3 - x1, y3 - y1];
  const twice = 2 * (u2 * v3 - v2 * u3);
  if (twice === 0) return null;
  const [square2, square3] = [u2 * u2 + v2 * v2, u3 * u3 + v3 * v3];
  const u = (v3 * square2 - v2 * square3) / twice;
  const v = (u2 * square3 - u3 * square2) / twice;
  const radius = Math.hypot(u, v);
  return { centerX: x1 + u, centerY: y1 + v, radiusX: radius, radiusY: radius };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Solves the normal equations by elimination with pivots; null where they have no single solution. */
function leastSquares(rows: readonly (readonly number[])[], values: readonly number[]): number[] | null {
  const size = rows[0]?.length ?? 0;
  if (rows.length < 3 || rows.length < size) return null;
  const system = Array.from({ length: size }, () => new Float64Array(size + 1));
  rows.forEach((row, at) => {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) system[i]![j]! += row[i]! * row[j]!;
      system[i]![size]! += row[i]! * values[at]!;
    }
  });
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let k = i + 1; k < size; k++) if (Math.abs(system[k]![i]!) > Math.abs(system[pivot]![i]!)) pivot = k;
    [system[i], system[pivot]] = [system[pivot]!, system[i]!];
    if (Math.abs(system[i]![i]!) < 1e-9) return null;
    for (let k = i + 1; k < size; k++) {
      const share = system[k]![i]! / system[i]![i]!;
      for (let j = i; j <= size; j++) system[k]![j]! -= share * system[i]![j]!;
    }
  }
  const solved = Array.from({ length: size }, () => 0);
  for (let i = size - 1; i >= 0; i--) {
    let rest = system[i]![size]!;
    for (let j = i + 1; j < size; j++) rest -= system[i]![j]! * solved[j]!;
    solved[i] = rest / system[i]![i]!;
  }
  return solved;
}
