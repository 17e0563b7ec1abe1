import 'reflect-metadata';
import { once } from 'node:events';
import { createLogger, loadConfig, runProcess } from '@app/platform';
import { tellDiffer } from '@app/stores';
import { startApi } from './start-api.js';

await runProcess(async ({ signal, say, fail }) => {
  const config = loadConfig(process.env);
  const logger = createLogger({ name: 'api', level: config.logLevel });
  const { url, stop } = await startApi(config, logger, {
    onWaiting: (waiting) => say({ waiting }),
    onHung: fail,
    onBegunAnew: fail,
    onDiffer: (sentence) => tellDiffer(logger, sentence),
    signal,
  });
  say({ ready: { url } });
  logger.info({ url, mode: config.mode, embeddedStores: config.embeddedStores }, 'ready');
  if (!signal.aborted) await once(signal, 'abort');
  logger.info('stopping');
  await stop();
});
