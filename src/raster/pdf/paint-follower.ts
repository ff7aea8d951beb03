import { composeAffine } from "../../model/box.ts";
import type { Affine } from "../../model/box.ts";
import { luminance } from "../luminance.ts";
import { coversPage, isUprightBox, toAffine, touchesPage } from "./page-geometry.ts";
import type { PdfBox } from "./page-geometry.ts";
import type { ImagePaint, PageFrame, PaintClip, PdfPixels } from "./page-paints.ts";

interface GraphicsState {
  readonly toPoints: Affine;
  readonly clips: readonly PaintClip[];
  /** 0 to 255; null for a pattern or no colour. */
  readonly fillTone: number | null;
  readonly plain: boolean;
  /** pdf.js switches the soft mask off before it paints an image that has a mask of its own. */
  readonly ownMask: boolean;
  readonly textMode: number;
}

/** A stencil of pdf.js; in a group, each has its own matrix. */
export interface Stencil {
  readonly data: string | Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly transform?: ArrayLike<number>;
}

const INVISIBLE_TEXT = 3;
const CLIPPING_TEXT = 4;

/** The graphics state of a page while its operators are followed, and what can be seen so far. */
export class PaintFollower {
  images: ImagePaint[] = [];
  hasOther = false;
  readonly #frame: PageFrame;
  readonly #stack: GraphicsState[] = [];
  readonly #optionalContent: boolean[] = [];
  #annotationDepth = 0;
  #isClipPending = false;
  #state: GraphicsState;

  constructor(frame: PageFrame) {
    const { toPoints } = frame;
    this.#frame = frame;
    this.#state = { toPoints, clips: [], fillTone: 0, plain: true, ownMask: false, textMode: 0 };
  }

  save(): void {
    this.#stack.push(this.#state);
  }

  restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  transform(matrix: ArrayLike<number>): void {
    this.#change({ toPoints: composeAffine(toAffine(matrix), this.#state.toPoints) });
  }

  clipToBox(box: PdfBox | null, matrix: ArrayLike<number> | null = null): void {
    const { toPoints, clips } = this.#state;
    const frame = matrix ? composeAffine(toAffine(matrix), toPoints) : toPoints;
    const [left = 0, low = 0, right = 0, high = 0] = Array.from(box ?? []);
    this.#change({ clips: [...clips, { box: box && [left, low, right, high], frame }] });
  }

  clipToNextPath(): void {
    this.#isClipPending = true;
  }

  setFill(color: unknown): void {
    this.#change({ fillTone: toneOfHex(color) });
  }

  setTextMode(textMode: number): void {
    this.#change({ textMode });
  }

  /** Something other than the tones of an image decides from here on what is seen. */
  setUnusual(): void {
    this.#change({ plain: false });
  }

  setOwnMask(): void {
    this.#change({ ownMask: true });
  }

  beginContent(isOptional: boolean): void {
    this.#optionalContent.push(isOptional);
  }

  endContent(): void {
    this.#optionalContent.pop();
  }

  beginAnnotation(): void {
    this.save();
    this.#annotationDepth += 1;
  }

  endAnnotation(): void {
    this.restore();
    this.#annotationDepth -= 1;
  }

  paintPath(paint: "nothing" | "area" | "line", path: ArrayLike<number> | null, box: PdfBox | null): void {
    if (this.#isClipPending) {
      this.clipToBox(path && box && isUprightBox(path, box) ? box : null);
      this.#isClipPending = false;
    }
    if (paint === "nothing" || !path || !box) return;
    const { plain, fillTone, toPoints } = this.#state;
    const isBarePaper = this.images.length === 0 && !this.hasOther;
    if (paint === "area" && isBarePaper && plain && fillTone === 255) return;
    if (touchesPage(this.#frame, toPoints, box)) this.paintOther();
  }

  paintText(glyphs: readonly unknown[]): void {
    const { textMode } = this.#state;
    if (textMode === INVISIBLE_TEXT) return;
    if (textMode >= CLIPPING_TEXT) this.clipToBox(null);
    if (glyphs.some(isInk)) this.paintOther();
  }

  paintStencil(stencil: Stencil, matrix: ArrayLike<number> | null = null): void {
    const { data, width, height } = stencil;
    const outer = this.#state;
    if (matrix) this.transform(matrix);
    const { fillTone } = this.#state;
    if (fillTone === null) this.setUnusual();
    this.#paint(typeof data === "string" ? data : { ...stencil, data }, width, height, fillTone ?? 0);
    this.#state = outer;
  }

  paintImage(source: string | PdfPixels, widthPx: number, heightPx: number): void {
    this.#paint(source, widthPx, heightPx, null);
  }

  paintOther(): void {
    this.hasOther = true;
  }

  #paint(source: string | PdfPixels, widthPx: number, heightPx: number, stencilTone: number | null): void {
    const { toPoints: unitToPoints, clips, ownMask } = this.#state;
    if (!touchesPage(this.#frame, unitToPoints, [0, 0, 1, 1])) return;
    if (this.#annotationDepth > 0) {
      this.paintOther();
      return;
    }
    const plain = this.#state.plain && !this.#optionalContent.includes(true);
    const isOpaque = plain && stencilTone === null && !ownMask && clips.length === 0;
    if (isOpaque && coversPage(this.#frame, unitToPoints)) {
      this.images = [];
      this.hasOther = false;
    }
    // The unit square has its origin at the bottom, pixels have it at the top.
    const pixelsToUnit = { a: 1 / widthPx, b: 0, c: 0, d: -1 / heightPx, e: 0, f: 1 };
    const toPoints = composeAffine(pixelsToUnit, unitToPoints);
    this.images.push({ source, widthPx, heightPx, toPoints, clips, stencilTone, plain });
  }

  #change(changes: Partial<GraphicsState>): void {
    this.#state = { ...this.#state, ...changes };
  }
}

/** Glyphs stand between numbers that move them. One whose meaning is unknown has an empty `unicode`. */
function isInk(glyph: unknown): boolean {
  if (typeof glyph !== "object" || glyph === null) return false;
  return !("unicode" in glyph) || glyph.unicode === "" || String(glyph.unicode).trim() !== "";
}

function toneOfHex(color: unknown): number | null {
  const parts = typeof color === "string" ? /^#(..)(..)(..)$/.exec(color) : null;
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16));
  return luminance(red, green, blue);
}
