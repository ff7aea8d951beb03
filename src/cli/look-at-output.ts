import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { PICTURE_HEAD_BYTES, readPictureSource } from "../overlay/picture-source.ts";
import { fileIdentity } from "./file-identity.ts";
import type { FoundOutput, FoundPictures } from "./found-output.ts";
import { SOURCE_HEAD_BYTES, readSource } from "./read-source.ts";

/** Looks at what is where a result is to go. */
export async function lookAtOutput(path: string): Promise<FoundOutput> {
  const found = await stat(path).catch(() => null);
  if (found === null) return { kind: "nothing" };
  if (found.isDirectory()) return { kind: "folder" };
  // A pipe or a device is never opened: reading it may wait for ever.
  const head = found.isFile() ? await readHead(path, SOURCE_HEAD_BYTES) : null;
  const source = head === null ? null : readSource(head.toString("utf8"));
  return { kind: "file", identity: await fileIdentity(path), source };
}

const PAGE_PICTURE = /^page-\d+\.png$/iu;

/** Looks at what is where the pictures of a file's pages are to go. */
export async function lookAtPictures(folder: string): Promise<FoundPictures> {
  const found = await stat(folder).catch(() => null);
  if (found === null) return { kind: "nothing" };
  if (!found.isDirectory()) return { kind: "not-a-folder" };
  const names = (await readdir(folder)).filter((name) => PAGE_PICTURE.test(name));
  const pages = [];
  for (const path of names.map((name) => join(folder, name))) {
    const head = await readHead(path, PICTURE_HEAD_BYTES);
    pages.push({
      identity: await fileIdentity(path),
      sha256: head === null ? null : readPictureSource(head),
    });
  }
  return { kind: "pictures", pages };
}

/** The beginning of a file; `null` where it cannot be read. */
export async function readHead(path: string, bytes: number): Promise<Buffer | null> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
