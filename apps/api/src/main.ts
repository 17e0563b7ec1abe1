import 'reflect-metadata';
import { createLogger, loadConfig, type Logger } from '@app/platform';
import { startApi, type RunningApi } from './start-api.js';

/** So long may requests in flight take to finish once the process is asked to stop. */
const stopLimitMs = 10_000;

const stopping = new AbortController();

const main = async (): Promise<void> => {
  const config = loadConfig(process.env);
  const logger = createLogger({ name: 'api', level: config.logLevel });
  const starting = startApi(config, logger, {
    onWaiting: (waiting) => say({ waiting }),
    onHung: fail,
    signal: stopping.signal,
  });
  stopWhenAsked(starting, logger);
  const { url } = await starting;
  say({ ready: { url } });
  logger.info({ url, mode: config.mode, embeddedStores: config.embeddedStores }, 'ready');
};

/** Also while it starts, so that nothing is left behind where the parent is gone by then. */
const stopWhenAsked = (starting: Promise<RunningApi>, logger: Logger): void => {
  const stop = (reason: string): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    logger.info({ reason }, 'stopping');
    setTimeout(() => process.exit(0), stopLimitMs).unref();
    void starting.then((api) => api.stop()).then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
  if (process.channel) process.on('disconnect', () => stop('disconnect'));
};

const say = (what: object): void => {
  process.stdout.write(`${JSON.stringify(what)}\n`);
};

const fail = (error: unknown): void => {
  if (error === stopping.signal.reason) process.exit(0);
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
};

main().catch(fail);
