/** 16 of 64 hexadecimal digits: short enough to read out, long enough that two files never share them. */
const HASH_DIGITS = 16;

/**
 * The id of a record: `<first 16 digits of sha256>-<document>-<policy>-<activity>`. Indices count from 1 in reading
 * order, so the same file gives the same ids. Throws a RangeError on anything that is no hash or no such index.
 */
export function recordId(
  sha256: string,
  documentIndex: number,
  policyIndex: number,
  activityIndex: number,
): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw new RangeError(`Expected 64 lower-case hexadecimal digits, got ${JSON.stringify(sha256)}.`);
  }
  const indices = [documentIndex, policyIndex, activityIndex];
  if (!indices.every((index) => Number.isSafeInteger(index) && index >= 1)) {
    throw new RangeError(`Expected indices that count from 1, got ${indices.join(", ")}.`);
  }
  return [sha256.slice(0, HASH_DIGITS), ...indices].join("-");
}
