import { constants } from "node:os";

/** The person or the system asked the run to end. */
export class Interruption extends Error {
  override readonly name = "Interruption";
  readonly signalName: "SIGINT" | "SIGTERM" | "SIGHUP";

  constructor(signalName: "SIGINT" | "SIGTERM" | "SIGHUP") {
    super(`interrupted by ${signalName}`);
    this.signalName = signalName;
  }
}

/**
 * Runs work that ends early on Ctrl-C: its signal is aborted once, with an `Interruption`; asking a second time ends the
 * process at once.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const onSignal = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) process.exit(128 + constants.signals[name]);
    controller.abort(new Interruption(name as Interruption["signalName"]));
  };
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of names) process.on(name, onSignal);
  const unwatch = watchParent(() => {
    if (!controller.signal.aborted) controller.abort(new Interruption("SIGTERM"));
  });
  try {
    return await work(controller.signal);
  } finally {
    unwatch();
    for (const name of names) process.off(name, onSignal);
  }
}

const PARENT_LOOK_INTERVAL_MS = 500;

/**
 * Calls back once when npm, which has started this process, is gone. It ends at SIGTERM and passes nothing on, so that its
 * script would read on with nobody to stop it. The process that a script was started by is another one then.
 */
function watchParent(onGone: () => void): () => void {
  const isByNpm = process.env["npm_lifecycle_event"] !== undefined;
  if (!isByNpm) return () => undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (isRunning(parent)) return;
    clearInterval(timer);
    onGone();
  }, PARENT_LOOK_INTERVAL_MS).unref();
  return () => clearInterval(timer);
}

/** Windows leaves a process the number of a parent that is gone. */
function isRunning(parent: number): boolean {
  if (process.platform !== "win32") return process.ppid === parent;
  try {
    return process.kill(parent, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
