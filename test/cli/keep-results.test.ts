import { cp, link, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runHere } from "../support/run-raingan.ts";

let folder: string;
const at = (...names: readonly string[]): string => join(folder, ...names);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
  for (const [name, price] of [
    ["a", 20],
    ["b", 30],
  ] as const) {
    await mkdir(at(name));
    await writeFile(at(name, "scan.txt"), `ลำดับ\tรายการ\tราคา\n1\tปากกา\t${price}\n2\tดินสอ\t10\n`);
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const extract = (...args: readonly string[]) => runHere("extract", "-p", "ruled-table", "-w", "1", ...args);
const sourceOf = async (...names: readonly string[]): Promise<string> =>
  (JSON.parse(await readFile(at(...names), "utf8")) as { source: { sha256: string } }).source.sha256;

describe("what is there already", () => {
  it("is replaced where it is the result of the same file, and kept where it is another's", async () => {
    expect(await extract(at("a/scan.txt"), "-o", at("out"))).toMatchObject({ code: 0 });
    const first = await sourceOf("out/scan.json");
    expect(await extract(at("a/scan.txt"), "-o", at("out"))).toMatchObject({ code: 0 });
    await cp(at("a/scan.txt"), at("a/other.txt"));
    const second = await extract(at("b/scan.txt"), at("a/other.txt"), "-o", at("out"));
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(
      /^error: scan\.txt: not read: .*scan\.json.* is the result of another file \(scan\.txt\)\. Add --replace .*\.$/mu,
    );
    expect(second.stderr).not.toMatch(/^scan\.txt: 1 page to read/mu);
    expect(await sourceOf("out/scan.json")).toBe(first);
    expect(await sourceOf("out/other.json")).toBe(first);
    expect(await extract(at("b/scan.txt"), "-o", at("out"), "--replace")).toMatchObject({ code: 0 });
    expect(await sourceOf("out/scan.json")).not.toBe(first);
    expect((await readdir(at("out"))).toSorted()).toEqual(["other.json", "scan.json"]);
  });

  it("is kept where it is no result at all", async () => {
    await mkdir(at("out"));
    await writeFile(at("out/scan.json"), '{"schemaVersion": "notes"}');
    const { code, stderr } = await extract(at("a/scan.txt"), "-o", at("out"));
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("no result of raingan"),
    });
    expect(await readFile(at("out/scan.json"), "utf8")).toBe('{"schemaVersion": "notes"}');
  });

  it("is never replaced where it is to be read itself, by whatever path", async () => {
    await mkdir(at("own"));
    await cp(at("a/scan.txt"), at("own/scan.json"));
    await symlink(at("own"), at("link"));
    const text = await readFile(at("own/scan.json"), "utf8");
    for (const args of [
      [at("own/scan.json"), "-o", at("own")],
      [at("own/scan.json"), "-o", at("link")],
    ]) {
      const { code, stderr } = await extract(...args, "--replace");
      expect(code).toBe(1);
      expect(stderr).toContain("which is to be read itself");
      expect(await readFile(at("own/scan.json"), "utf8")).toBe(text);
    }
  });

  it("is never replaced where another name of it is to be read", async () => {
    await mkdir(at("own"));
    await link(at("b/scan.txt"), at("own/scan.json"));
    await symlink(at("own/scan.json"), at("two.txt"));
    const { code, stderr } = await extract(at("a/scan.txt"), at("two.txt"), "-o", at("own"), "--replace");
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("to be read itself") });
    expect(await readFile(at("own/scan.json"), "utf8")).toBe(await readFile(at("b/scan.txt"), "utf8"));
    expect((await readdir(at("own"))).toSorted()).toEqual(["scan.json", "two.json"]);
  });

  it("is kept where pictures of another file would go", async () => {
    await mkdir(at("out/scan-overlay"), { recursive: true });
    await writeFile(at("out/scan-overlay/page-001.png"), "mine");
    const { code, stderr } = await extract(at("a/scan.txt"), "-o", at("out"), "--overlay");
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("of another file") });
    expect(await readFile(at("out/scan-overlay/page-001.png"), "utf8")).toBe("mine");
  });
});

describe("inputs", () => {
  it("are read once where several names lead to one file, and it is said", async () => {
    await symlink(at("a/scan.txt"), at("other.txt"));
    const { code, stderr } = await extract(
      at("a/scan.txt"),
      at("other.txt"),
      at("a/scan.txt"),
      "-o",
      at("out"),
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(/^other\.txt: is the same file as .*scan\.txt; it is read once$/mu);
    expect(stderr).toMatch(/^scan\.txt: was named more than once; it is read once$/mu);
    expect(await readdir(at("out"))).toEqual(["scan.json"]);
  });
});

describe("evaluate --keep", () => {
  it("never writes over the truth, nor over anything else without --replace", async () => {
    await extract(at("a/scan.txt"), "-o", at("truth"));
    const truth = await readFile(at("truth/scan.json"), "utf8");
    const evaluate = (...args: readonly string[]) =>
      runHere("evaluate", at("a/scan.txt"), "-e", at("truth"), "-w", "1", "-k", ...args);
    expect(await evaluate(at("truth"), "--replace")).toMatchObject({ code: 1 });
    expect(await readFile(at("truth/scan.json"), "utf8")).toBe(truth);
    await mkdir(at("kept"));
    await writeFile(at("kept/scan.json"), "mine");
    expect(await evaluate(at("kept"))).toMatchObject({ code: 1 });
    expect(await readFile(at("kept/scan.json"), "utf8")).toBe("mine");
    expect(await evaluate(at("kept"), "--replace")).toMatchObject({ code: 0 });
  });
});

describe("offices import", () => {
  const roster = "รหัส อปท.,ชื่อ อปท.,ประเภท,อำเภอ,จังหวัด\n06600310,ไผ่สิงห์,อบต.,ชุมแสง,นครสวรรค์\n";
  const run = (...args: readonly string[]) => runHere("offices", "import", ...args);

  it("is not made of a roster with letters that cannot be read", async () => {
    await writeFile(at("broken.csv"), roster.replace("ชุมแสง", "ชุ\ufffdแสง"));
    const { code, stderr } = await run(at("broken.csv"), "-o", at("broken"));
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("broken.csv:2: ") });
  });

  it("keeps a list that is there already and differs, and the roster always", async () => {
    await writeFile(at("roster.csv"), roster);
    expect(await run(at("roster.csv"), "-o", at("own"))).toMatchObject({ code: 0 });
    expect(await run(at("roster.csv"), "-o", at("own"))).toMatchObject({ code: 0 });
    const listed = await readFile(at("own/offices.csv"), "utf8");
    await writeFile(at("own/offices.csv"), `${listed}\n`);
    const refused = await run(at("roster.csv"), "-o", at("own"));
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("--replace") });
    expect(await readFile(at("own/offices.csv"), "utf8")).toBe(`${listed}\n`);
    expect(await run(at("roster.csv"), "-o", at("own"), "--replace")).toMatchObject({ code: 0 });
    expect(await readFile(at("own/offices.csv"), "utf8")).toBe(listed);
    const itself = await run(at("own/offices.csv"), "-o", at("own"), "--replace");
    expect(itself).toMatchObject({ code: 2, stderr: expect.stringContaining("the roster itself") });
  });
});

describe("places to write to", () => {
  it.each([
    ["a file in the way", ["-o", "FOLDER/a/scan.txt"], "a file is in the way"],
    ["/proc", ["-o", "/proc/raingan/out"], "nothing can be written there"],
    ["a log in an input", ["-o", "FOLDER/out", "--log-file", "FOLDER/a/scan.txt"], "is to be read"],
    [
      "a log in a result",
      ["-o", "FOLDER/out", "--log-file", "FOLDER/out/SCAN.json"],
      "a result will be written",
    ],
  ])("are looked at before anything is read: %s", async (_name, args, hint) => {
    const given = args.map((arg) => arg.replace("FOLDER", folder));
    const text = await readFile(at("a/scan.txt"), "utf8");
    const { code, stderr } = await extract(at("a/scan.txt"), ...given);
    expect({ code, lines: stderr.trim().split("\n").length }).toEqual({ code: 2, lines: 1 });
    expect(stderr).toContain(hint);
    expect(await readFile(at("a/scan.txt"), "utf8")).toBe(text);
  });
});
