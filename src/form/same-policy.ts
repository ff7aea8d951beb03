import type { PolicyHeading } from "../model/form.ts";
import type { FoundHeading } from "./find-policy-heading.ts";
import type { FormWording } from "./form-wording.ts";

/** Two readings of one heading are at least so alike; two headings that share a phrase are less. */
const ALIKE = 0.9;

/**
 * Whether a heading repeats the policy in force: it says `(ต่อ)`, or it is the same known heading, or, at
 * the top of a page's table, it reads alike.
 * Known headings of different policies are different even with `(ต่อ)`: a page is missing between them.
 */
export function isSamePolicy(
  heading: FoundHeading,
  inForce: PolicyHeading,
  isTopOfTable: boolean,
  wording: Pick<FormWording, "similarity">,
): boolean {
  if (heading.known !== null && inForce.known !== null) {
    if (heading.known.id !== inForce.known.id) return false;
    return heading.isContinuation || heading.known.title === inForce.known.title;
  }
  if (heading.isContinuation) return true;
  return isTopOfTable && wording.similarity(heading.title, inForce.title) >= ALIKE;
}
