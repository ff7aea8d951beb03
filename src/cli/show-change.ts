import type { Repair } from "../model/evidence.ts";
import { splitThaiClusters } from "../repair/thai-clusters.ts";

/** Clusters of the text that are shown at both sides of a change. */
const CONTEXT_CLUSTERS = 14;
const DOTTED_CIRCLE = "\u25cc";

/**
 * A change within its surroundings, `…แผนอัตรากำ[ลึง → ลัง] ๓ ปี…`, cut between Thai clusters so that no mark
 * stands without its consonant; a mark by itself stands on a dotted circle.
 *
 * @param text what the change is applied to
 */
export function showChange(text: string, { from, to, start }: Repair): string {
  const before = splitThaiClusters(text.slice(0, start));
  const after = splitThaiClusters(text.slice(start + from.length));
  const left = before.slice(-CONTEXT_CLUSTERS).join("");
  const right = after.slice(0, CONTEXT_CLUSTERS).join("");
  const ellipsis = (isCut: boolean): string => (isCut ? "…" : "");
  const shown =
    `${ellipsis(before.length > CONTEXT_CLUSTERS)}${left}[${visible(from)} → ${visible(to)}]` +
    `${right}${ellipsis(after.length > CONTEXT_CLUSTERS)}`;
  return shown.replaceAll("\n", " ¶ ");
}

function visible(text: string): string {
  if (text === "") return "nothing";
  if (text.trim() === "") return text.includes("\n") ? "line end" : "space";
  return /^\p{Mn}/u.test(text) ? DOTTED_CIRCLE + text : text;
}
