import { basename } from "node:path";
import { describeSystemError } from "../run/describe-system-error.ts";

/** More of a message tells nobody more; a validator's may fill a screen. */
const MOST_MESSAGE_LENGTH = 200;

/** Set to 1 it shows where in the program something went wrong. */
export const DEBUG_VARIABLE = "RAINGAN_DEBUG";

export function isDebugging(): boolean {
  return process.env[DEBUG_VARIABLE] === "1";
}

/** An error that nobody expected, in one line without its stack: `TypeError at split-rows.ts:12, x is not a function`. */
export function describeUnexpected(error: unknown): string {
  if (isSystemError(error)) {
    return `${describeSystemError(error)}${error.path === undefined ? "" : `, ${error.path}`}`;
  }
  if (!(error instanceof Error)) return shorten(String(error));
  const place = placeOf(framesOf(error)[0]);
  return `${error.name}${place === null ? "" : ` at ${place}`}, ${shorten(error.message)}`;
}

/** The lines of a stack that say where; the message before them may quote what was read. */
export function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const { stack = "", message } = error;
  const start = stack.indexOf(message);
  return stack
    .slice(start === -1 ? 0 : start + message.length)
    .split("\n")
    .filter((line) => /^\s+at /u.test(line))
    .map((line) => line.trim());
}

/** The system refused something; nothing is wrong with the program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}

/** `at f (file:///x/src/table/split-rows.ts:12:5)`: `split-rows.ts:12`. */
function placeOf(frame: string | undefined): string | null {
  const match = frame === undefined ? null : /([^\s(]+):(\d+):\d+\)?$/u.exec(frame);
  return match === null ? null : `${basename(match[1]!)}:${match[2]}`;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length <= MOST_MESSAGE_LENGTH ? line : `${line.slice(0, MOST_MESSAGE_LENGTH)}…`;
}
