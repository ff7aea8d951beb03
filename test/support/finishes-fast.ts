import { expect } from "vitest";

const LONG_CHARACTERS = 100_000;
/** A linear pass over such a text takes some 50 ms; a quadratic one takes more than ten seconds. */
const LIMIT_MS = 4000;

/** Runs `read` on a long text made of `unit`, alone and with a letter at either end, against a time limit. */
export function finishesFast(unit: string, read: (text: string) => unknown): void {
  const long = unit.repeat(Math.ceil(LONG_CHARACTERS / unit.length));
  for (const text of [long, `ก${long}`, `${long}ก`, `ก${long}ก`]) {
    const startMs = performance.now();
    read(text);
    expect(performance.now() - startMs).toBeLessThan(LIMIT_MS);
  }
}
