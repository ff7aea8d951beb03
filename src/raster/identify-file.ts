export type FileKind = "pdf" | "png" | "jpeg" | "tiff";

/** Readers have always accepted a PDF header that does not stand at the very beginning. */
const PDF_HEADER_SEARCH_BYTES = 1024;

const IMAGE_SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ["png", [0x89, 0x50, 0x4e, 0x47]],
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["tiff", [0x4d, 0x4d, 0x00, 0x2a]],
  ["tiff", [0x49, 0x49, 0x2b, 0x00]],
  ["tiff", [0x4d, 0x4d, 0x00, 0x2b]],
];

/** The kind of a file by its first bytes; names and extensions lie too often. Null if it is none of ours. */
export function identifyFile(head: Uint8Array): FileKind | null {
  for (const [kind, signature] of IMAGE_SIGNATURES) {
    if (signature.every((byte, index) => head[index] === byte)) return kind;
  }
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, PDF_HEADER_SEARCH_BYTES));
  return start.includes("%PDF-") ? "pdf" : null;
}

/** Whether a file is RTF: letters and signs throughout, and yet no text that could be read as it stands. */
export function isRichText(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, 5)).toString("latin1") === "{\\rtf";
}
