import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { guardOutputs } from "../../src/cli/guard-outputs.ts";

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const resultOf = (sha256: string): string =>
  JSON.stringify({
    schemaVersion: "1.0",
    producer: { name: "raingan" },
    source: { fileName: "a.pdf", sha256 },
  });

it("looks again before a result takes its name, since another run may have written meanwhile", async () => {
  const guard = guardOutputs({
    inputs: new Set(),
    mayReplace: false,
    signal: new AbortController().signal,
  });
  await writeFile(at("result"), resultOf("1"));
  expect(await guard.checkAgain(at("result"), at("a.json"))).toBeNull();
  await writeFile(at("a.json"), resultOf("1"));
  expect(await guard.checkAgain(at("result"), at("a.json"))).toBeNull();
  await writeFile(at("a.json"), resultOf("2"));
  expect((await guard.checkAgain(at("result"), at("a.json")))?.code).toBe("output-exists");
});

it("leaves a file that is not there to those who read it", async () => {
  const guard = guardOutputs({
    inputs: new Set(),
    mayReplace: false,
    signal: new AbortController().signal,
  });
  await writeFile(at("a.json"), "mine");
  const destination = { filePath: at("nowhere.pdf"), outputPath: at("a.json"), overlayDir: null };
  expect(await guard.check(destination)).toBeNull();
});
