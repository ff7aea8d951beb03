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
  try {
    return await work(controller.signal);
  } finally {
    for (const name of names) process.off(name, onSignal);
  }
}
