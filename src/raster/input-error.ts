/** Why a file cannot be opened at all; stable, for exit codes and statistics. */
export type InputErrorCode =
  | "file-not-found"
  | "not-a-file"
  | "file-not-readable"
  | "file-too-large"
  | "file-empty"
  | "file-type-unknown"
  | "file-encrypted"
  | "file-damaged"
  | "file-without-pages";

/** No page of the file can be read. `message` says what was found and what to do. */
export class InputError extends Error {
  readonly code: InputErrorCode;

  constructor(code: InputErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "InputError";
    this.code = code;
  }
}
