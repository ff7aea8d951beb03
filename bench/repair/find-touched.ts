import type { ExpectedRecord } from "../../maker/expect-report.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { alignTexts } from "../../src/repair/align-texts.ts";
import { compactText } from "../../src/repair/compact-text.ts";
import { type EditCosts, encodeText } from "../../src/repair/edit-costs.ts";

/** Who a made report says is in charge. */
const PERSON = /(?<=โดยมี).+?(?= เป็นผู้รับผิดชอบ)/gu;
const NUMBER = /[0-9๐-๙]+/gu;

/**
 * Repairs inside of what no dictionary may change: numbers, dates and names of persons, by what is printed. The
 * reading is aligned with the print, so that a name counts however it was read.
 */
export function findTouched(
  printed: string,
  dates: ExpectedRecord["dates"],
  { observed, repairs }: Evidence,
  costs: EditCosts,
): string[] {
  if (observed === null || !repairs.some(({ applied }) => applied)) return [];
  const [truth, read] = [compactText(printed), compactText(observed)];
  const steps = alignTexts(encodeText(read.text), encodeText(truth.text), costs);
  const closed = closedRanges(printed, dates).map(({ start, end }) => {
    const first = truth.offsets.findIndex((offset) => offset >= start);
    const last = truth.offsets.findLastIndex((offset) => offset < end);
    const inside = steps.filter((step) => step.truthEnd > first && step.truthStart <= last);
    const from = read.offsets[inside[0]?.observedStart ?? 0] ?? 0;
    const to = (read.offsets[(inside.at(-1)?.observedEnd ?? 0) - 1] ?? -1) + 1;
    return { from, to, text: printed.slice(start, end) };
  });
  return changedRanges(repairs).flatMap(({ start, end, text }) =>
    closed
      .filter(({ from, to }) => (start === end ? start > from && start < to : start < to && end > from))
      .map((range) => `touched ${range.text}: ${text}`),
  );
}

function closedRanges(printed: string, dates: ExpectedRecord["dates"]): { start: number; end: number }[] {
  const ranges = [...printed.matchAll(PERSON), ...printed.matchAll(NUMBER)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  for (const { text } of dates) {
    for (let start = printed.indexOf(text); start >= 0; start = printed.indexOf(text, start + 1)) {
      ranges.push({ start, end: start + text.length });
    }
  }
  return ranges;
}

/** The applied repairs by where they are in the text as read. */
function changedRanges(repairs: Evidence["repairs"]): { start: number; end: number; text: string }[] {
  let shift = 0;
  return repairs.flatMap(({ applied, start, from, to }) => {
    if (!applied) return [];
    const at = start - shift;
    shift += to.length - from.length;
    const isSpace = (from + to).trim() === "";
    return isSpace ? [] : [{ start: at, end: at + from.length, text: `${from} -> ${to}` }];
  });
}
