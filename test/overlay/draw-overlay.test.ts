import { spawn } from "node:child_process";
import { once } from "node:events";
import type * as fs from "node:fs/promises";
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CleanPage } from "../../src/model/page.ts";
import { drawOverlay } from "../../src/overlay/draw-overlay.ts";
import { readPictureSource } from "../../src/overlay/picture-source.ts";
import type { PageLayout } from "../../src/run/lay-out-page.ts";
import { temporaryBeside } from "../../src/run/temporary-name.ts";
import { MAIN } from "../support/run-raingan.ts";

vi.mock("node:fs/promises", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  return { ...real, rename: vi.fn(real.rename) };
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
  const canvas = createCanvas(500, 300);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 500, 300);
  context.fillStyle = "black";
  for (const x of [50, 250, 450]) context.fillRect(x, 50, 3, 203);
  for (const y of [50, 150, 250]) context.fillRect(50, y, 403, 3);
  await writeFile(join(folder, "table.png"), canvas.toBuffer("image/png"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function blankPage(): [CleanPage, PageLayout] {
  const gray = { widthPx: 20, heightPx: 10, data: new Uint8Array(200).fill(255) };
  const layout = { bodyHeightPx: 5, rulings: [], tables: [], lines: [] };
  return [{ gray } as unknown as CleanPage, layout as unknown as PageLayout];
}

/** Extracts with pictures; beside them lies what one of its workers would leave that was ended while it wrote. */
async function extract(): Promise<number | null> {
  const pictures = join(folder, "out", "table-overlay");
  await mkdir(pictures, { recursive: true });
  const args = ["extract", "table.png", "-p", "ruled-table", "-o", "out", "--overlay", "--quiet"];
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, stdio: "ignore" });
  await writeFile(temporaryBeside(join(pictures, "page-001.png"), child.pid), "half");
  const [code] = (await once(child, "close")) as [number | null];
  return code;
}

describe("drawOverlay", () => {
  it("leaves the older picture where the new one cannot take its place, and nothing beside it", async () => {
    const path = join(folder, "pictures", "page-001.png");
    const [page, layout] = blankPage();
    await drawOverlay(page, layout, path, "a");
    vi.mocked(rename).mockRejectedValueOnce(Object.assign(new Error("held"), { code: "EBUSY" }));
    await expect(drawOverlay(page, layout, path, "b")).rejects.toThrow("held");
    expect(await readdir(join(folder, "pictures"))).toEqual(["page-001.png"]);
    expect(readPictureSource(await readFile(path))).toBe("a");
  });
  it("gives whole pictures that note their source, replaces older ones of it, and leaves nothing else", async () => {
    for (let runs = 1; runs <= 2; runs += 1) {
      expect(await extract()).not.toBe(2);
      expect(await readdir(join(folder, "out/table-overlay"))).toEqual(["page-001.png"]);
    }
    const picture = await readFile(join(folder, "out/table-overlay/page-001.png"));
    const { source } = JSON.parse(await readFile(join(folder, "out/table.json"), "utf8")) as {
      source: { sha256: string };
    };
    expect(readPictureSource(picture)).toBe(source.sha256);
  });
});
