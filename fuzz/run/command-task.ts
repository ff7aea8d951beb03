/** A command of the program that is run for a case. */
export interface CommandTask {
  /** The case's number and which of its commands this is: `17-0`. */
  readonly id: string;
  readonly argv: readonly string[];
}

export interface CommandAnswer extends CommandTask {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}
