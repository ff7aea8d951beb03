/**
 * A Thai cluster: an optional leading vowel, a consonant and everything that stands on, under or closely behind it.
 * `Intl.Segmenter` splits the leading vowel off, although no reader and no recognizer sees it apart.
 */
const CLUSTER =
  /[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45]?[\u0e47-\u0e4e]*|[\s\S]/gu;

/** The clusters of `text` in order; joined they give `text` again. */
export function splitThaiClusters(text: string): string[] {
  return text.match(CLUSTER) ?? [];
}
