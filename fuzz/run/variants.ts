/** The ways of calling `extract` that batches take turns with. `DICTIONARIES` stands for a folder of good ones. */
export const VARIANTS: readonly (readonly string[])[] = [
  ["--pipeline", "hr-policy-report"],
  ["--pipeline", "ruled-table"],
  ["--pipeline", "hr-policy-report", "--no-repair"],
  ["--pipeline", "ruled-table", "--overlay"],
  ["--pipeline", "hr-policy-report", "--dictionaries", "DICTIONARIES"],
];

export function variantOf(batch: number): readonly string[] {
  return VARIANTS[batch % VARIANTS.length]!;
}
