import { createHash } from "node:crypto";
import { open, readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { identifyFile, isRichText } from "../raster/identify-file.ts";
import { InputError } from "../raster/input-error.ts";
import { remark } from "../model/remark.ts";
import type { Remark } from "../model/remark.ts";
import { decodeText } from "../normalize/decode-text.ts";
import type { LaidOutTranscript } from "../transcript/lay-out-pages.ts";
import { isEmail } from "../transcript/is-email.ts";
import { TranscriptLimitError } from "../transcript/transcript-limits.ts";

/** A transcript with what the output says of its file. */
export interface TranscriptFile extends LaidOutTranscript {
  readonly fileName: string;
  readonly sha256: string;
  readonly remarks: readonly Remark[];
}

const HEAD_BYTES = 1024;
/** As many characters as a transcript may have, at three bytes for a Thai one. */
const MAX_TRANSCRIPT_BYTES = 180 * 10 ** 6;

/** Data, such as an extraction that was handed in by mistake. */
const JSON_START = /^\s*(?:\{\s*["}]|\[\s*[[{\]"])/u;

/**
 * Reads a file as a transcript, recognized by its content. Null where it is none: a PDF or an image, anything that is
 * no text, and whatever cannot be opened, which those who read scans explain.
 *
 * @throws InputError where it is text without a letter, or asks for more than a transcript may have
 */
export async function readTranscriptFile(filePath: string): Promise<TranscriptFile | null> {
  const bytes = await readText(filePath);
  const decoded = bytes === null ? null : decodeText(bytes);
  if (bytes === null || decoded === null || JSON_START.test(decoded.text)) return null;
  const fileName = basename(filePath);
  const { text, brokenCount } = decoded;
  if (isEmail(text)) {
    const message = `${fileName} is an e-mail. Save the documents attached to it and hand those in.`;
    throw new InputError("file-type-unknown", message);
  }
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const message = `${fileName} has no text in it, only spaces and line ends. Export the transcript again.`;
    throw new InputError("file-empty", message);
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // Loaded here alone: a worker that reads scans has no use for a parser of HTML.
  const { readTranscript } = await import("../transcript/read-transcript.ts");
  try {
    const remarks = brokenCount === 0 ? [] : [brokenCharacters(brokenCount)];
    return { fileName, sha256, remarks, ...readTranscript(text) };
  } catch (error) {
    if (!(error instanceof TranscriptLimitError)) throw error;
    throw new InputError("file-too-large", `${fileName} ${error.message}`, { cause: error });
  }
}

function tooLarge(fileName: string, bytes: number): InputError {
  const [found, most] = [bytes, MAX_TRANSCRIPT_BYTES].map((size) => Math.round(size / 10 ** 6));
  const message = `${fileName} has ${found} MB of text; at most ${most} MB can be read. Split it into parts.`;
  return new InputError("file-too-large", message);
}

function brokenCharacters(count: number): Remark {
  const places = count === 1 ? "1 character" : `${count} characters`;
  const message = `${places} of the text could not be read and stand as \ufffd. Compare what was read with the source, or export the text again.`;
  return remark("broken-characters", "warning", message);
}

/** The bytes of what may be text; only the head of a scan is read. */
async function readText(filePath: string): Promise<Buffer | null> {
  try {
    const { size } = await stat(filePath);
    if (size === 0) return null;
    const file = await open(filePath);
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
      const start = head.subarray(0, bytesRead);
      if (identifyFile(start) !== null || isRichText(start)) return null;
      if (size > MAX_TRANSCRIPT_BYTES) {
        if (decodeText(start) === null) return null;
        throw tooLarge(basename(filePath), size);
      }
    } finally {
      await file.close();
    }
    return await readFile(filePath);
  } catch (error) {
    if (error instanceof InputError || (error as NodeJS.ErrnoException).code === undefined) throw error;
    return null;
  }
}
