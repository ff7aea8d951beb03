/**
 * Where in a value a number is infinite or none at all: `tables.0.box.top`; null where all are finite. JSON has no such
 * numbers and writes null for them.
 */
export function findNonFinite(value: unknown): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? null : "";
  if (typeof value !== "object" || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = findNonFinite(item);
    if (found !== null) return found === "" ? key : `${key}.${found}`;
  }
  return null;
}
