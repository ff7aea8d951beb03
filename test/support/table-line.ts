import type { TextLine } from "../../src/model/line.ts";

/** A line of print without ink, as the finding of rows sees it: where it stands, in pixels, with consonants `bodyPx` high. */
export function tableLine(left: number, width: number, baseline: number, bodyPx: number): TextLine {
  const top = baseline - bodyPx;
  return {
    rect: { left, top, right: left + width, bottom: baseline },
    bodyTop: top,
    baseline,
    components: [],
  } as unknown as TextLine;
}
