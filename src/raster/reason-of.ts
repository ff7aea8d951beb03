/**
 * What a library says went wrong, in one line. libvips repeats itself line by line, once for each attempt to read on; what it
 * says first is why.
 */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split(/\r\n|\n|\r/u)[0] ?? "";
}
