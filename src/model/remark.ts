import type { PointBox } from "./box.ts";

export type Severity = "info" | "warning" | "error";

/**
 * Something a person should know about a value: expected trouble is data, not an exception.
 * `code` is stable and kebab-case; `message` says what was found and what was done or what to do.
 */
export interface Remark {
  readonly code: string;
  readonly severity: Severity;
  readonly pageNumber: number | null;
  readonly field: string | null;
  readonly box: PointBox | null;
  readonly message: string;
}

/** A value together with what was noticed while it was made. */
export interface Remarked<T> {
  readonly value: T;
  readonly remarks: readonly Remark[];
}

export function remark(
  code: string,
  severity: Severity,
  message: string,
  place: { pageNumber?: number | null; field?: string | null; box?: PointBox | null } = {},
): Remark {
  return {
    code,
    severity,
    pageNumber: place.pageNumber ?? place.box?.pageNumber ?? null,
    field: place.field ?? null,
    box: place.box ?? null,
    message,
  };
}
