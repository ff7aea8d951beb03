import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";

import { describeForeignFile } from "./describe-foreign-file.ts";
import { identifyFile } from "./identify-file.ts";
import { openImageFile } from "./image-file/open-image-file.ts";
import { InputError } from "./input-error.ts";
import { DEFAULT_RASTER_SETTINGS } from "./page-source.ts";
import type { PageSource, RasterSettings } from "./page-source.ts";
import { openPdf } from "./pdf/open-pdf.ts";

/** Node reads no larger file in one piece. */
const MAX_FILE_BYTES = 2 ** 31 - 1;

/**
 * Opens a PDF, or a PNG, JPEG or TIFF image (one page; a TIFF has as many as it holds), recognized by content.
 *
 * @throws InputError if no page can be had from the file: missing, a folder, empty, of another kind,
 *   encrypted with a password, damaged beyond recovery, without pages.
 */
export async function openSource(
  filePath: string,
  settings: Partial<RasterSettings> = {},
): Promise<PageSource> {
  const bytes = await readWholeFile(filePath);
  const identity = { fileName: basename(filePath), sha256: createHash("sha256").update(bytes).digest("hex") };
  const allSettings = { ...DEFAULT_RASTER_SETTINGS, ...settings };
  const kind = identifyFile(bytes);
  if (kind === "pdf") return openPdf(bytes, identity, allSettings);
  if (kind !== null) return openImageFile(bytes, identity, allSettings);
  const { what, advice } = describeForeignFile(bytes);
  throw new InputError(
    "file-type-unknown",
    `${identity.fileName} is neither a PDF nor a PNG, JPEG or TIFF image but ${what}. ${advice}`,
  );
}

async function readWholeFile(filePath: string): Promise<Buffer> {
  const name = basename(filePath);
  try {
    const info = await stat(filePath);
    if (!info.isFile()) {
      const found = info.isDirectory() ? "a folder" : "not a regular file";
      throw new InputError("not-a-file", `${name} is ${found}. Name a PDF or image file.`);
    }
    if (info.size === 0) {
      throw new InputError("file-empty", `${name} has no content (0 bytes). Copy or scan it again.`);
    }
    if (info.size > MAX_FILE_BYTES) {
      throw new InputError(
        "file-too-large",
        `${name} has ${Math.round(info.size / 1e6)} MB; at most 2147 MB can be read. Split it into parts.`,
      );
    }
    return await readFile(filePath);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw toInputError(error, name);
  }
}

function toInputError(error: unknown, name: string): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown";
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new InputError("file-not-found", `${name} does not exist. Check the path.`, { cause: error });
  }
  return new InputError(
    "file-not-readable",
    `${name} cannot be read (${code}). Check its access rights and the disk.`,
    { cause: error },
  );
}
