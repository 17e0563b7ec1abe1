import { CannotRun } from './cannot-run.js';
import { launch } from './launch.js';

/** Ctrl-C, SIGTERM, a closed terminal and a parent that is gone all mean: stop cleanly. A second one: at once. */
const stopSignal = (): AbortSignal => {
  const stopping = new AbortController();
  const stop = (): void => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  if (process.send) process.once('disconnect', () => stopping.abort());
  if (process.env['npm_lifecycle_event']) whenParentIsGone(() => stopping.abort());
  return stopping.signal;
};

/** npm starts a shell and hands signals to that alone: where the shell ends by one, nobody tells what it started. */
const whenParentIsGone = (tell: () => void): void => {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    tell();
  }, 250);
  looking.unref();
};

const main = async (): Promise<number> => {
  const signal = stopSignal();
  try {
    await launch(process.argv.slice(2), process.env, signal);
    return 0;
  } catch (error) {
    if (signal.aborted) return 0;
    if (!(error instanceof CannotRun)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
};

process.exit(await main());
