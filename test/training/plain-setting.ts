import { findFace } from "../../maker/fonts.ts";
import type { TypeSetting } from "../../training/lines/draw-text.ts";

/** A line as a report of today has it: Sarabun, 16 pt, 300 dpi, nothing changed. */
export const PLAIN_SETTING: TypeSetting = {
  face: findFace("Sarabun"),
  sizePt: 16,
  dpi: 300,
  stretch: 1,
  letterSpacing: 0,
  wordSpacing: 1,
  underlined: false,
  neighbours: [],
};
