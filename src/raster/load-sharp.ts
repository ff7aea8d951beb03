import sharp from "sharp";

// One page at a time, one thread each: the recognizer wants the other cores, and nothing is read twice.
sharp.cache(false);
sharp.concurrency(1);

export { sharp };
