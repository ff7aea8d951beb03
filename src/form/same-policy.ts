import type { PolicyHeading } from "../model/form.ts";
import type { FoundHeading } from "./find-policy-heading.ts";
import type { FormWording } from "./form-wording.ts";

/** Two readings of one heading are at least so alike; two headings that share a phrase are less. */
const ALIKE = 0.8;
/** Enough where the row below goes on with an activity, which it cannot do under a new policy. */
const ALIKE_WITH_A_WITNESS = 0.5;

/** Where a heading stands. */
export interface HeadingPlace {
  /** Above all rows of its page's table. */
  readonly isTopOfTable: boolean;
  /** Whether the row below it begins nothing new. */
  readonly isBeforeContinuation: boolean;
}

/**
 * Whether a heading repeats the policy in force: it says `(ต่อ)`, or it is the same known heading, or, at the top of a
 * page's table, it reads alike. Known headings of different policies differ even with `(ต่อ)`, since a page is missing
 * between them, unless the row below bears witness that one of them was misread.
 */
export function isSamePolicy(
  heading: FoundHeading,
  inForce: PolicyHeading,
  { isTopOfTable, isBeforeContinuation }: HeadingPlace,
  wording: Pick<FormWording, "similarity">,
): boolean {
  const hasWitness = isTopOfTable && isBeforeContinuation;
  if (heading.known !== null && inForce.known !== null) {
    const isSameTitle = heading.known.title === inForce.known.title;
    if (isSameTitle) return true;
    const isSameId = heading.known.id === inForce.known.id;
    if (isSameId && (heading.isContinuation || hasWitness)) return true;
    if (!hasWitness) return false;
  } else if (heading.isContinuation) {
    return true;
  }
  if (!isTopOfTable) return false;
  return wording.similarity(heading.title, inForce.title) >= (hasWitness ? ALIKE_WITH_A_WITNESS : ALIKE);
}
