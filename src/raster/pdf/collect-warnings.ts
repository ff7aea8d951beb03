import { AsyncLocalStorage } from "node:async_hooks";

const PDFJS_PREFIX = "Warning: ";

const collectors = new AsyncLocalStorage<string[]>();
let running = 0;
let printWarning = console.warn;

/**
 * Runs `work` with a list that takes in what pdf.js prints meanwhile, the prefix `Warning: ` removed. pdf.js
 * reports much of its trouble on the console only; what other code prints passes through, also while several
 * files are read.
 */
export async function collectWarnings<T>(work: (warnings: readonly string[]) => Promise<T>): Promise<T> {
  const warnings: string[] = [];
  if (running++ === 0) {
    printWarning = console.warn;
    console.warn = catchWarning;
  }
  try {
    return await collectors.run(warnings, work, warnings);
  } finally {
    if (--running === 0 && console.warn === catchWarning) console.warn = printWarning;
  }
}

function catchWarning(...values: unknown[]): void {
  const [first] = values;
  const warnings = collectors.getStore();
  if (warnings && typeof first === "string" && first.startsWith(PDFJS_PREFIX)) {
    warnings.push(first.slice(PDFJS_PREFIX.length));
  } else {
    printWarning(...values);
  }
}
