/** So long may what is in hand take once the process is asked to stop, in milliseconds. A store that is gone by then may never answer. */
const stopLimitMs = 10_000;

/** What a process that runs until it is asked to stop works with. */
export type Running = Readonly<{
  /** Aborted by SIGTERM, by SIGINT, and by the end of the process that started this one. */
  signal: AbortSignal;
  /** Tells one thing to whoever started this process: a line of JSON on standard output. */
  say: (what: Readonly<{ waiting: string }> | Readonly<{ ready: Readonly<{ url: string }> }>) => void;
  /** Ends the process at once with the error's sentence and exit code 1. */
  fail: (error: unknown) => never;
}>;

/**
 * Runs a process. It ends with exit code 0 when `run` has returned, when `run` throws the signal's reason, and ten seconds after it was
 * asked to stop; with the error's sentence on standard error and exit code 1 when `run` throws anything else.
 */
export const runProcess = async (run: (running: Running) => Promise<void>): Promise<void> => {
  const signal = stopSignal();
  try {
    await run({ signal, say, fail });
  } catch (error) {
    if (error !== signal.reason) fail(error);
  }
  process.exit(0);
};

const stopSignal = (): AbortSignal => {
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
    setTimeout(() => process.exit(0), stopLimitMs).unref();
  };
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, stop);
  if (process.connected) process.once('disconnect', stop);
  return stopping.signal;
};

const say: Running['say'] = (what) => {
  process.stdout.write(`${JSON.stringify(what)}\n`);
};

const fail = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
};

/** Something else listens on the port. The message says what to do. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
  constructor(port: number, variable: string, options?: ErrorOptions) {
    super(`port ${port} is in use: stop what listens there, or choose another with ${variable}`, options);
  }
}
