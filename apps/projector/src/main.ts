import { runProjector } from './projector.js';

/** So long may the batch in hand take once the projector is asked to stop. A store that is gone by then may never answer. */
const stopLimitMs = 10_000;

/** A signal stops the projector, and so does the end of the process that started it. */
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

const say = (what: object): void => {
  process.stdout.write(`${JSON.stringify(what)}\n`);
};

const fail = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
};

const signal = stopSignal();
try {
  await runProjector(process.env, {
    onReady: (url) => say({ ready: { url } }),
    onWaiting: (waiting) => say({ waiting }),
    // At once: closing would wait for the client that hangs, and a projector may be killed at any time.
    onHung: fail,
    signal,
  });
  process.exit(0);
} catch (error) {
  if (error === signal.reason) process.exit(0);
  fail(error);
}
