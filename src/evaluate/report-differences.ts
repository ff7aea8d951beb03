import type { NamedEvaluation } from "./report-tables.ts";

/** Every place where an extraction differs from its truth, expected above found, for reading from top to bottom. */
export function reportDifferences(evaluations: readonly NamedEvaluation[]): string {
  return evaluations
    .flatMap(({ name, evaluation }) =>
      evaluation.differences.map((difference) => {
        const expected = difference.expected === undefined ? "no such record" : show(difference.expected);
        const found = difference.found === undefined ? "missing record" : show(difference.found);
        return `${name} ${difference.place}\n  expected ${expected}\n  found    ${found}`;
      }),
    )
    .join("\n");
}

function show(text: string | null): string {
  return text === null ? "nothing" : text.replaceAll("\n", "\n           ");
}
