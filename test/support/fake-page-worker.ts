import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import type { ReadPage } from "../../src/model/reading.ts";
import { InputError } from "../../src/raster/input-error.ts";
import { PageError } from "../../src/raster/page-error.ts";
import { servePages } from "../../src/run/serve-pages.ts";
import { FAKE_HASH } from "./fake-plan.ts";
import type { FakePlan } from "./fake-plan.ts";

/** A worker that does with each page what the plan in its "PDF" says; never returning means hanging. */
servePages(async ({ filePath }) => {
  const plan = JSON.parse(readFileSync(filePath, "utf8")) as FakePlan;
  appendFileSync(`${filePath}.opened`, `${process.pid}\n`);
  if (plan.refuse !== undefined) throw new InputError("file-encrypted", plan.refuse);
  if (plan.dieOnOpen === true) process.kill(process.pid, "SIGKILL");

  const once = (name: string): boolean => {
    const marker = `${filePath}.${name}`;
    const first = !existsSync(marker);
    writeFileSync(marker, "");
    return first;
  };
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  return {
    kind: "scan",
    fileName: "fake.pdf",
    sha256: plan.isReplaced === true && !once("opened-once") ? "cd".repeat(32) : FAKE_HASH,
    pageCount: plan.pageCount,
    remarks: [],
    async readPage(pageNumber) {
      appendFileSync(`${filePath}.read`, `${process.pid} ${pageNumber}\n`);
      switch (plan.pages?.[pageNumber]) {
        case "die":
          process.kill(process.pid, "SIGKILL");
          break;
        case "die-once":
          if (once(`died-${pageNumber}`)) process.exit(7);
          break;
        case "throw":
          setImmediate(() => {
            throw new Error("an error in the recognizer");
          });
          await wait(60_000);
          break;
        case "hang":
          for (;;) if (process.pid === 0) break;
          break;
        case "hang-once":
          if (once(`hung-${pageNumber}`)) await wait(600_000);
          break;
        case "starve":
          process.stderr.write(
            "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n",
          );
          process.abort();
          break;
        case "infinite":
          return { page: { ...fakePage(pageNumber), heightPt: -Infinity }, stages: [] };
        case "damaged":
          throw new PageError("page-damaged", pageNumber, `Page ${pageNumber} is damaged.`);
        case undefined:
          await wait(plan.pageMs ?? 0);
      }
      return { page: fakePage(pageNumber), stages: [{ stage: "read", wallMs: 1, cpuMs: 1 }] };
    },
    close: async () => undefined,
  };
});

function fakePage(pageNumber: number): ReadPage {
  return {
    pageNumber,
    widthPt: 595,
    heightPt: 842,
    kind: "text",
    method: "ocr",
    tables: [],
    lines: [
      {
        box: { pageNumber, left: 1, top: 2, width: 3, height: 4 },
        text: `หน้า ${pageNumber}`,
        confidence: 0.5,
        symbols: [],
      },
    ],
    remarks: [],
  };
}
