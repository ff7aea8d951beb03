import { InvalidArgumentError } from "commander";

/** A count as given on the command line. Throws commander's error on anything but a whole number from 1. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError("It must be 1 or more.");
  return count;
}
