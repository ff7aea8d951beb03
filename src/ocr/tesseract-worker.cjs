"use strict";
// The worker thread behind tesseract.js, with four differences from the package's own worker script:
// the WebAssembly build is always the same one (fixed-width SIMD; "relaxed" SIMD rounds differently from
// processor to processor), nothing is ever fetched or written, a second net reads numbers where a request names one, and a line's answer is its symbols alone.
// The package's tree of blocks, paragraphs, lines and words (nearly every Thai letter is a word, with its baseline, its font and
// its direction) and a message for every step of progress took a tenth of the time a line is read in.
const { parentPort } = require("node:worker_threads");
const { readFile } = require("node:fs/promises");
const { gunzipSync } = require("node:zlib");
const worker = require("tesseract.js/src/worker-script/index.js");
const core = require("tesseract.js-core/tesseract-core-simd-lstm.js");

const SYMBOL_LEVEL = 4;
const LSTM_ONLY = 1;
const ignore = () => {};
let tesseract;
/** The reader with the net for numbers, made when it is first asked for: it shares the program and its memory. */
let numberReader = null;

async function leanCore(options) {
  // Tesseract warns of settings in old models that it no longer has; nobody can act on that.
  tesseract = await core({ ...options, print: ignore, printErr: ignore, TesseractProgress: ignore });
  tesseract.TessBaseAPI.prototype.GetJSONText = function symbolsAsJson() {
    return JSON.stringify({ blocks: readSymbols(this) });
  };
  return tesseract;
}

function readSymbols(api) {
  const symbols = [];
  const at = api.GetIterator();
  at.Begin();
  do {
    const text = at.GetUTF8Text(SYMBOL_LEVEL);
    if (!text) break;
    const { x0, x1 } = at.getBoundingBox(SYMBOL_LEVEL);
    // Whole percents, as the package gives them: confidences were counted so (dictionaries/confusions.json).
    symbols.push({ text, percent: Math.trunc(at.Confidence(SYMBOL_LEVEL)), left: x0, right: x1 });
  } while (at.Next(SYMBOL_LEVEL));
  tesseract.destroy(at);
  return symbols;
}

async function startNumberReader({ filePath, parameters }) {
  tesseract.FS.writeFile("./numbers.traineddata", await readFile(filePath));
  const reader = new tesseract.TessBaseAPI();
  if (reader.Init(null, "numbers", LSTM_ONLY) === -1) throw new Error(`${filePath} can't be read`);
  for (const [name, value] of Object.entries(parameters)) reader.SetVariable(name, value);
  return reader;
}

async function readNumber(image, model) {
  numberReader ??= await startNumberReader(model);
  tesseract.FS.writeFile("/input", image);
  if (numberReader.SetImageFile(1, 0) === 1) throw new Error("the picture can't be read");
  numberReader.Recognize(null);
  return { text: numberReader.GetUTF8Text(), blocks: readSymbols(numberReader) };
}

const refuse = (what) => () => Promise.reject(new Error(`${what} is not allowed: everything is local`));

worker.setAdapter({
  getCore: () => Promise.resolve(leanCore),
  gunzip: gunzipSync,
  fetch: refuse("fetching"),
  // tesseract.js reads a local model through this function too.
  readCache: readFile,
  writeCache: refuse("writing a cache"),
  deleteCache: () => Promise.resolve(),
  checkCache: () => Promise.resolve(false),
});

parentPort.on("message", (packet) => {
  const numberModel = packet.payload?.options?.numberModel;
  if (numberModel === undefined) {
    worker.dispatchHandlers(packet, (message) => parentPort.postMessage(message));
    return;
  }
  const { workerId, jobId, action, payload } = packet;
  const answer = (status, data) => parentPort.postMessage({ workerId, jobId, action, status, data });
  readNumber(payload.image, numberModel).then(
    (data) => answer("resolve", data),
    (error) => answer("reject", String(error)),
  );
});
