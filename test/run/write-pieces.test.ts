import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OutputError, writePieces } from "../../src/run/write-pieces.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("writePieces", () => {
  it("writes every piece in order, and makes the folder", async () => {
    const path = join(folder, "new", "result.json");
    const pieces = Array.from({ length: 5000 }, (_, index) => `บรรทัดที่ ${index} ${"ก".repeat(400)}\n`);
    await writePieces(path, pieces);
    expect(await readFile(path, "utf8")).toBe(pieces.join(""));
  });

  it("writes over nothing", async () => {
    const path = join(folder, "there.json");
    await writeFile(path, "mine");
    await expect(writePieces(path, ["yours"])).rejects.toThrow(OutputError);
    expect(await readFile(path, "utf8")).toBe("mine");
  });
});
