import { InvalidArgumentError } from "commander";

/** A count on the command line, of which there may be as many as one likes. */
const MOST = 1_000_000;

/**
 * Reads a count as given on the command line, in digits. Throws commander's error on anything but a whole number from 1 to
 * `most`.
 */
export function parseCountTo(most: number): (text: string) => number {
  return (text) => {
    const count = /^[0-9]+$/u.test(text) ? Number(text) : Number.NaN;
    if (count >= 1 && count <= most) return count;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
  };
}

export const parseCount = parseCountTo(MOST);
