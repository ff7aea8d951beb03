import { type Components, componentRect } from "../image/find-components.ts";
import type { PixelRect } from "../model/box.ts";
import type { InkPiece } from "../model/line.ts";

/** Ink sorted by where its centre lies; index i of `inRegion` belongs to region i of the input. */
export interface SortedInk {
  readonly inRegion: readonly (readonly InkPiece[])[];
  readonly outside: readonly InkPiece[];
}

/** Gives every component to the region that holds its centre; regions do not overlap. */
export function sortIntoCells(components: Components, regions: readonly PixelRect[]): SortedInk {
  const inRegion: InkPiece[][] = regions.map(() => []);
  const outside: InkPiece[] = [];
  for (let component = 0; component < components.count; component++) {
    const rect = componentRect(components, component);
    const x = (rect.left + rect.right) / 2;
    const y = (rect.top + rect.bottom) / 2;
    const at = regions.findIndex((region) => x >= region.left && x < region.right && y >= region.top && y < region.bottom);
    (at === -1 ? outside : inRegion[at]!).push({ component, rect });
  }
  return { inRegion, outside };
}
