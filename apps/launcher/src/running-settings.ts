import { resolve } from 'node:path';
import type { RunningSettings } from '@app/platform';
import type { LauncherOptions } from './options.js';
import type { System } from './system.js';

/** What commands in other terminals need to know of a running system; paths are absolute, as a command may run elsewhere. */
export const settingsOf = (
  { config }: LauncherOptions,
  { apiUrl, eventStoreUrl, mongoUrl }: System,
): RunningSettings => ({
  HOST: config.host,
  PORT: new URL(apiUrl).port,
  EVENTSTORE_URL: eventStoreUrl,
  MONGODB_URL: mongoUrl,
  OIDC_ISSUER: config.oidc?.issuer ?? null,
  OIDC_AUDIENCE: config.oidc?.audience ?? null,
  MASTER_KEY_FILE: resolve(config.masterKeyFile),
  OFFICES_FILE: config.officesFile && resolve(config.officesFile),
});
