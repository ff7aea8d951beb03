"use strict";
// The worker thread behind tesseract.js, with two differences from the package's own worker script:
// the WebAssembly build is always the same one (fixed-width SIMD; "relaxed" SIMD rounds differently from
// processor to processor), and nothing is ever fetched or written.
const { parentPort } = require("node:worker_threads");
const { readFile } = require("node:fs/promises");
const { gunzipSync } = require("node:zlib");
const worker = require("tesseract.js/src/worker-script/index.js");
const core = require("tesseract.js-core/tesseract-core-simd-lstm.js");

// Tesseract warns of settings in old models that it no longer has; nobody can act on that.
const quietCore = (options) => core({ ...options, print: () => {}, printErr: () => {} });

const refuse = (what) => () => Promise.reject(new Error(`${what} is not allowed: everything is local`));

worker.setAdapter({
  getCore: () => Promise.resolve(quietCore),
  gunzip: gunzipSync,
  fetch: refuse("fetching"),
  // tesseract.js reads a local model through this function too.
  readCache: readFile,
  writeCache: refuse("writing a cache"),
  deleteCache: () => Promise.resolve(),
  checkCache: () => Promise.resolve(false),
});

parentPort.on("message", (packet) => {
  worker.dispatchHandlers(packet, (message) => parentPort.postMessage(message));
});
