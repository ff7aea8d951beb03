import { spawnSync } from "node:child_process";

/** A Python with PyTorch and NumPy. */
export interface Python {
  readonly path: string;
  readonly torchVersion: string;
  /** From PyTorch 2 on, LSTMs are trained in bfloat16, twice as fast; Debian 12's 1.13 cannot. */
  readonly hasFastBfloat16: boolean;
}

/** Debian's packages are seen by Debian's Python, which another one may hide. */
const CANDIDATES = ["python3", "/usr/bin/python3"];

/** The first Python that has what training needs, or null. */
export function lookForPython(): Python | null {
  for (const path of [process.env["RAINGAN_PYTHON"] ?? "", ...CANDIDATES]) {
    if (path === "") continue;
    const { status, stdout } = spawnSync(path, ["-c", "import numpy, torch; print(torch.__version__)"], {
      encoding: "utf8",
    });
    if (status !== 0) continue;
    const torchVersion = stdout.trim();
    return { path, torchVersion, hasFastBfloat16: Number.parseInt(torchVersion, 10) >= 2 };
  }
  return null;
}

/** @throws where there is none */
export function findPython(): Python {
  const python = lookForPython();
  if (python !== null) return python;
  throw new Error(
    'no Python with PyTorch and NumPy was found: run the stage "tools", or name one in RAINGAN_PYTHON',
  );
}
