/** What the program promises, the test that holds it, and a change of the code that breaks it. */
export interface Promised {
  readonly promise: string;
  /** Test files, at least one of which fails when the promise is broken. */
  readonly tests: readonly string[];
  /** A stretch of code that stands once in its file, and what it is replaced by to break the promise. */
  readonly broken: { readonly file: string; readonly from: string; readonly to: string };
}

/** A row of docs/reliability.md each, in its order. `npm run break-promises` breaks them one by one. */
export const PROMISES: readonly Promised[] = [
  {
    promise: "A page that takes too long is tried once more, then it fails alone",
    tests: ["test/run/page-pool.test.ts"],
    broken: {
      file: "src/run/worker-process.ts",
      from: "    }, timeoutMs);",
      to: "    }, timeoutMs * 1000);",
    },
  },
  {
    promise: "A page that needs too much memory fails alone, and it says what to do",
    tests: ["test/run/page-pool.test.ts"],
    broken: {
      file: "src/run/worker-process.ts",
      from: "if (OUT_OF_MEMORY.test(lastWords))",
      to: "if (false)",
    },
  },
  {
    promise: "A reader that dies costs a second try of one page",
    tests: ["test/run/page-pool.test.ts"],
    broken: { file: "src/run/worker-pool.ts", from: "const ATTEMPTS = 2;", to: "const ATTEMPTS = 1;" },
  },
  {
    promise: "A page with a number that is none fails alone",
    tests: ["test/run/page-pool.test.ts"],
    broken: {
      file: "src/run/serve-pages.ts",
      from: "if (place !== null) throw",
      to: "if (place === 1) throw",
    },
  },
  {
    promise: "No result is mixed of two files: where one is replaced while it is read, its pages fail",
    tests: ["test/run/page-pool.test.ts"],
    broken: {
      file: "src/run/serve-pages.ts",
      from: "if (reader.sha256 === sha256) return reader;",
      to: "if (reader.sha256 !== null) return reader;",
    },
  },
  {
    promise:
      "The same file gives the same bytes, whatever the number of workers, their order, and those that died",
    tests: ["test/run/extract-file.test.ts"],
    broken: {
      file: "src/run/extract-file.ts",
      from: "const extraction = buildExtraction(pages, {",
      to: "const extraction = buildExtraction(pages.toSorted(() => Math.random() - 0.5), {",
    },
  },
  {
    promise: "A transcript takes the time and memory of its length",
    tests: ["test/transcript/hostile-transcripts.test.ts"],
    broken: {
      file: "src/transcript/split-pages.ts",
      from: "    if (row >= headerRows && reached <= row",
      to: "    if (table.cells.filter((cell) => cell.row === row && cell.column === 0).length > 1) starts.push(row);\n    if (row >= headerRows && reached <= row",
    },
  },
  {
    promise: "A transcript beyond the limits is refused by the limit's name before memory is spent on it",
    tests: ["test/transcript/hostile-transcripts.test.ts"],
    broken: {
      file: "src/transcript/transcript-limits.ts",
      from: "if (taken > TRANSCRIPT_LIMITS[limit]) throw",
      to: "if (taken > 1e12) throw",
    },
  },
  {
    promise: "Ctrl-C ends the program at once, also in a long transcript, and leaves nothing half-written",
    tests: ["test/cli/long-transcript.test.ts"],
    broken: {
      file: "src/run/worker-pool.ts",
      from: "    refuseAll(signal?.reason as Error);\n    killAll();",
      to: "    void killAll;",
    },
  },
  {
    promise: "A long transcript keeps no other file waiting",
    tests: ["test/cli/long-transcript.test.ts"],
    broken: {
      file: "src/cli/run-tools.ts",
      from: "const workerCount = options.workers ?? availableParallelism();",
      to: "const workerCount = Math.min(1, options.workers ?? availableParallelism());",
    },
  },
  {
    promise: "No process is left behind when the program is killed",
    tests: ["test/run/page-pool.test.ts"],
    broken: {
      file: "src/run/serve-pages.ts",
      from: 'process.on("disconnect", () => process.exit(0));',
      to: 'process.on("disconnect", () => setInterval(() => undefined, 1000));',
    },
  },
  {
    promise: "A result's name always stands for a whole file",
    tests: ["test/cli/write-atomically.test.ts"],
    broken: {
      file: "src/cli/write-atomically.ts",
      from: "  const temporary = temporaryBeside(filePath);",
      to: "  const temporary = filePath;",
    },
  },
  {
    promise: "No result takes the place of another file's result, of what is no result, or of an input",
    tests: ["test/cli/keep-results.test.ts"],
    broken: {
      file: "src/cli/extract-command.ts",
      from: "if (refusal === null) requests.push",
      to: "if (refusal !== 1) requests.push",
    },
  },
  {
    promise: "No two files of a run get one output name",
    tests: ["test/cli/output-names.test.ts"],
    broken: { file: "src/cli/shortest-unique.ts", from: "indices.length > 1", to: "indices.length > 9" },
  },
  {
    promise: "A log, a standard error or an output that cannot be written costs no other result",
    tests: ["test/cli/streams.test.ts"],
    broken: {
      file: "src/cli/log-sink.ts",
      from: "        close();\n        onLost(describeSystemError(error));",
      to: "        throw error;",
    },
  },
  {
    promise: "A few broken bytes refuse no text; they are told, and their fields are for review",
    tests: ["test/normalize/decode-text.test.ts"],
    broken: {
      file: "src/normalize/decode-text.ts",
      from: "const FEW_BROKEN = 16;",
      to: "const FEW_BROKEN = 0;",
    },
  },
  {
    promise: "Each file that is refused is named for what it is, in one line with what to do",
    tests: ["test/raster/describe-foreign-file.test.ts", "test/cli/run-program.test.ts"],
    broken: {
      file: "src/raster/describe-foreign-file.ts",
      from: 'if (start.slice(4, 8) === "ftyp")',
      to: 'if (start.slice(4, 8) === "none")',
    },
  },
  {
    promise: "A page of noise is told before its lines are looked for, and what it may hide is for review",
    tests: ["test/run/noise.test.ts"],
    broken: {
      file: "src/clean/without-noise.ts",
      from: "if (components.count <= most) return page;",
      to: "if (components.count >= 0) return page;",
    },
  },
  {
    promise: "A page with ink on it is never silently blank",
    tests: ["test/run/noise.test.ts"],
    broken: {
      file: "src/clean/ink-without-text.ts",
      from: "if (shown.length === 0) return null;",
      to: "if (shown.length >= 0) return null;",
    },
  },
  {
    promise: "No file name and no message acts on the terminal",
    tests: ["test/cli/printable.test.ts", "test/cli/reporter.test.ts"],
    broken: {
      file: "src/cli/printable.ts",
      from: "return text.replaceAll(UNPRINTABLE, escape);",
      to: "return text;",
    },
  },
  {
    promise: "A name of any legal length and in any script can be read and written",
    tests: ["test/cli/write-atomically.test.ts", "test/cli/output-names.test.ts"],
    broken: {
      file: "src/cli/output-names.ts",
      from: "const MAX_NAME_BYTES = 255 - LONGEST_ENDING.length;",
      to: "const MAX_NAME_BYTES = 999 - LONGEST_ENDING.length;",
    },
  },
  {
    promise: "A result that breaks the contract is refused in one line, without the validator's words",
    tests: ["test/emit/extraction-pieces.test.ts"],
    broken: {
      file: "src/emit/extraction-contract-error.ts",
      from: "The result could not be written: ${place}",
      to: "The result could not be written: ${cause}",
    },
  },
  {
    promise: "A dictionary in a wrong encoding is a mistake that is named by its line",
    tests: ["test/repair/own/read-own-folder.test.ts"],
    broken: {
      file: "src/repair/own/find-garbled.ts",
      from: "if (isWrittenTwice(line)) {",
      to: "if (line === null) {",
    },
  },
];
