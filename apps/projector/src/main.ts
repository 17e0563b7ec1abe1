import { runProjector } from './projector.js';

/** A signal stops the projector, and so does the end of the process that started it. */
const stopSignal = (): AbortSignal => {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, stop);
  if (process.connected) process.once('disconnect', stop);
  return stopping.signal;
};

const sayReady = (url: string): void => {
  process.stdout.write(`${JSON.stringify({ ready: { url } })}\n`);
};

try {
  await runProjector(process.env, stopSignal(), sayReady);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
