import { resolve } from 'node:path';
import { toldOfProjector, type RunningSettings } from '@app/platform';
import type { LauncherOptions } from './options.js';
import type { System } from './system.js';

/** The settings of the running system for commands in other terminals. Paths are absolute, as a command may run elsewhere. */
export const settingsOf = (
  { config }: LauncherOptions,
  { apiUrl, projectorUrl, eventStoreUrl, mongoUrl }: System,
  env: NodeJS.ProcessEnv,
): RunningSettings => ({
  ...Object.fromEntries(toldOfProjector.map((name) => [name, env[name]?.trim() || null])),
  HOST: config.host,
  PORT: new URL(apiUrl).port,
  PROJECTOR_PORT: new URL(projectorUrl).port,
  EVENTSTORE_URL: eventStoreUrl,
  MONGODB_URL: mongoUrl,
  OIDC_ISSUER: config.oidc?.issuer ?? null,
  OIDC_AUDIENCE: config.oidc?.audience ?? null,
  MASTER_KEY_FILE: resolve(config.masterKeyFile),
  OFFICES_FILE: config.officesFile && resolve(config.officesFile),
});
