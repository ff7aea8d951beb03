import type { ReadLine } from "../model/reading.ts";

/** One spacing character of a line with the marks that stand on it, and its edges in points. */
export interface Cluster {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

const COMBINING_MARK = /^\p{Mn}$/u;
const SARA_AA = "\u0e32";
const NIKHAHIT = "\u0e4d";

/**
 * The clusters of a line in reading order, white space included.
 *
 * The engine may give a box for each code point or for a whole cluster, and reads SARA AM as NIKHAHIT and SARA AA;
 * both become one cluster here, so that widths can be taken and words be looked up.
 */
export function lineClusters(line: ReadLine): Cluster[] {
  const clusters: Cluster[] = [];
  for (const symbol of line.symbols) {
    const characters = Array.from(symbol.text);
    const step = (symbol.right - symbol.left) / Math.max(1, characters.filter(isSpacing).length);
    let left = symbol.left;
    for (const character of characters) {
      const last = clusters.at(-1);
      if (last !== undefined && !isSpacing(character)) {
        clusters[clusters.length - 1] = { ...last, text: last.text + character };
        continue;
      }
      const right = characters.length === 1 ? symbol.right : left + step;
      if (last !== undefined && character === SARA_AA && last.text.includes(NIKHAHIT)) {
        clusters[clusters.length - 1] = { ...last, text: last.text.replace(NIKHAHIT, "") + "\u0e33", right };
      } else {
        clusters.push({ text: character, left, right });
      }
      left = right;
    }
  }
  return clusters;
}

/** So many characters beyond a line's symbols its box is not the text's. */
const FOREIGN_INK_CHARACTERS = 2;

/**
 * Where a line's text begins and ends, in points. The box is exact, since it comes from ink, unless it holds a mark of
 * the line above (the lower vowel of `ดูแล` over `เด็ก`); then the engine's symbols tell.
 */
export function lineExtent(line: ReadLine): { readonly left: number; readonly right: number } {
  const box = { left: line.box.left, right: line.box.left + line.box.width };
  const clusters = lineClusters(line).filter((cluster) => cluster.text.trim() !== "");
  if (clusters.length === 0) return box;
  let [left, right] = [Infinity, -Infinity];
  for (const cluster of clusters) {
    left = Math.min(left, cluster.left);
    right = Math.max(right, cluster.right);
  }
  const far = (FOREIGN_INK_CHARACTERS * (right - left)) / clusters.length;
  return {
    left: left - box.left > far ? left : box.left,
    right: box.right - right > far ? right : box.right,
  };
}

function isSpacing(character: string): boolean {
  return !COMBINING_MARK.test(character);
}
