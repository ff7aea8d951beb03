import { describe, expect, it } from "vitest";
import type { GrayImage } from "../../src/model/image.ts";
import type { Ruling } from "../../src/model/table.ts";
import { clusterPositions } from "../../src/table/cluster-positions.ts";
import { BorderMeter } from "../../src/table/measure-border.ts";

const BODY_PX = 20;
const RULE_X = 60;

/** A row of a table, 40 px high: an upright rule that only the row below shows, and two stems of letters. */
function drawRow(leftStemX: number, rightStemX: number, hasRule: boolean): GrayImage {
  const [widthPx, heightPx] = [120, 120];
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  const fill = (x: number, top: number, bottom: number): void => {
    for (let y = top; y < bottom; y++) data.fill(20, y * widthPx + x, y * widthPx + x + 2);
  };
  fill(RULE_X, hasRule ? 0 : 40, 120);
  for (const x of [leftStemX, rightStemX]) fill(x, 10, 10 + BODY_PX);
  return { widthPx, heightPx, data };
}

const RULE: Ruling = {
  orientation: "vertical",
  position: RULE_X + 0.5,
  start: 40,
  end: 120,
  slope: 0,
  thicknessPx: 2,
  spans: [{ start: 40, end: 120 }],
};
const [edge] = clusterPositions([RULE], BODY_PX / 2);

function measureRow(image: GrayImage) {
  return new BorderMeter(image, BODY_PX).measure(edge!, 0, 40);
}

describe("BorderMeter", () => {
  it("tells a word that goes over an edge from the print of two cells", () => {
    expect(measureRow(drawRow(RULE_X - 6, RULE_X + 8, false))).toMatchObject({
      isInWord: true,
      drawnShare: 0,
    });
    expect(measureRow(drawRow(RULE_X - 12, RULE_X + 14, true))).toMatchObject({
      isInWord: false,
      drawnShare: 1,
    });
  });

  it("takes dirt beside letters at one place of a high row for no word", () => {
    const [widthPx, heightPx] = [120, 800];
    const data = new Uint8Array(widthPx * heightPx).fill(255);
    const fill = (x: number, top: number, bottom: number): void => {
      for (let y = top; y < bottom; y++) data.fill(20, y * widthPx + x, y * widthPx + x + 2);
    };
    fill(RULE_X, 0, heightPx);
    for (let line = 0; line < 20; line++) fill(RULE_X + 8, 10 + line * 40, 10 + line * 40 + BODY_PX);
    fill(RULE_X - 6, 10, 10 + BODY_PX);
    const meter = new BorderMeter({ widthPx, heightPx, data }, BODY_PX);
    expect(meter.measure(edge!, 0, heightPx).isInWord).toBe(false);
    expect(meter.measure(edge!, 0, 40).isInWord).toBe(true);
  });
});
