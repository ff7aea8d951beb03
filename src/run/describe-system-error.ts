/** What the system's refusal means, in words for those who do not know its codes. */
const WORDS: Readonly<Record<string, string>> = {
  EACCES: "there is no right to write there",
  EPERM: "the system does not allow it",
  EROFS: "the disk can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "no more may be stored on this disk",
  ENOENT: "there is no such folder, and it cannot be made",
  ENOTDIR: "a file is in the way where a folder should be",
  EEXIST: "something of that name is in the way",
  EISDIR: "a folder of that name is in the way",
  ENAMETOOLONG: "the name is too long",
  EBUSY: "another program holds it",
  EMFILE: "too many files are open",
  EIO: "the disk reports an error",
  EPIPE: "its reader is gone",
};

/** Why the system refused something, without its stack and its call: `the disk is full (ENOSPC)`. */
export function describeSystemError(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  const words = WORDS[code];
  return words === undefined ? code : `${words} (${code})`;
}
