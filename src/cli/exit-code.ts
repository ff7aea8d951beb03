/** How the command ended, for scripts. */
export const EXIT_CODE = {
  /** Everything was done. */
  ok: 0,
  /** At least one file failed, was refused, has a page that could not be read, or gave nothing; the others were done. */
  incomplete: 1,
  /** The command line itself is wrong, or nothing can be written where it says; nothing was done. */
  usage: 2,
  /** Ended by Ctrl-C, by a request to end, or because npm, which had started it, is gone; what was finished before is there. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];

/** The command line asks for something that cannot be; `message` says what and what to write instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** A line for each of the things that are wrong, where there are several. */
  readonly details: readonly string[];

  constructor(message: string, options: ErrorOptions & { readonly details?: readonly string[] } = {}) {
    super(message, options);
    this.details = options.details ?? [];
  }
}

export const EXIT_CODE_HELP = `Exit codes:
  0    everything was done
  1    at least one file failed, was not read because its result would be written over something else,
       has an unreadable page, or gave no records; the others were done
  2    wrong use of the command line, or a place where nothing can be written; nothing was done
  130  interrupted (Ctrl-C, SIGTERM, or npm that was ended);
       files finished before are complete, no half-written file is left`;
