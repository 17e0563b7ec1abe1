import { resolve } from 'node:path';
import { withoutCredentials, toldAsSet, type RunningSettings } from '@app/platform';
import { banner } from './banner.js';
import { refuseLostStores, rememberStores } from './begun-stores.js';
import { CannotRun } from './cannot-run.js';
import { dataFolderAt, takeDataFolder, type DataFolder } from './data-folder.js';
import { watchOver, whenGone } from './folder-watch.js';
import { openLogs } from './logs.js';
import { parseOptions, usage, type LauncherOptions } from './options.js';
import { progressOn, type Progress } from './progress.js';
import { holdsCases, seedSampleCases } from './seeding.js';
import { withSystem, type System } from './system.js';

/** One start: what was asked for, where things lie, and how people are told. */
type Launch = Readonly<{
  options: LauncherOptions;
  data: DataFolder;
  env: NodeJS.ProcessEnv;
  progress: Progress;
  signal: AbortSignal;
}>;

/** Runs the whole system until the signal is aborted. Throws `CannotRun` where it cannot start or cannot go on. */
export const launch = async (argv: readonly string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> => {
  const options = parseOptions(argv, env);
  if (options.help) {
    process.stdout.write(usage);
    return;
  }
  const data = dataFolderAt(options.config.dataFolder);
  const progress = progressOn(process.stdout, env);
  const release = options.production ? null : takeDataFolder(data.path);
  try {
    if (options.fresh) data.empty();
    if (!options.production) refuseLostStores(data, options.config);
    await run({ options, data, env, progress, signal });
  } finally {
    progress.clear();
    if (!options.production) data.forgetRunning();
    release?.();
  }
};

const run = async ({ options, data, env, progress, signal }: Launch): Promise<void> => {
  const tell = (line: string): void => {
    progress.clear();
    process.stderr.write(`${line}\n`);
  };
  const logs = openLogs(options.verbose ? null : data.logs);
  const gone = options.production ? () => null : watchOver(data);
  const surroundings = { data, gone, logs, env, step: progress.step, say: tell };
  await withSystem(options, surroundings, signal, async (system) => {
    if (!options.production) {
      rememberStores(data, options.config);
      data.tellRunning(settingsOf(options, system, env));
    }
    const seeded = await seed({ options, data, env, progress, signal }, system);
    // Loaded when it is needed: a refusal to start should not wait for a web framework.
    const { sampleTokens } = await import('./tokens.js');
    const tokens = await sampleTokens(options.config);
    progress.clear();
    process.stdout.write(banner(options, system, tokens, seeded));
    if (!process.stdout.isTTY) process.stdout.write(readyLine(system));
    if (options.dev) takeRestarts(system);
    const sentence = await Promise.race([brokenWith(system, data), whenGone(gone, data.path, signal), stopped(signal)]);
    if (sentence !== null) throw new CannotRun(sentence);
  });
};

/** From `npm run dev`, which is told when all that it asked for has been started. */
const takeRestarts = (system: System): void => {
  const tell = (): unknown => process.send?.('started');
  process.on('message', (entries: readonly string[]) => void system.restart(entries).then(tell));
  tell();
};

const brokenWith = async (system: System, data: DataFolder): Promise<string> =>
  `${await system.broken} Everything has been stopped; the logs are in ${data.logs}.`;

/** Enters the sample cases where the log holds no case, or goes on where an earlier start was interrupted in it; answers how many. */
const seed = async ({ options, data, env, progress, signal }: Launch, system: System): Promise<number> => {
  if (!options.seed) return 0;
  const unfinished = data.unfinishedSeeding();
  if (unfinished === null && (await holdsCases(system.eventStoreUrl))) return 0;
  progress.step('Entering the sample cases');
  const startedAt = unfinished ?? new Date().toISOString();
  data.beginSeeding(startedAt);
  const cases = await seedSampleCases(
    { apiUrl: system.apiUrl, startedAt, env: { ...env, SHANYRAQ_DATA: data.path } },
    signal,
  );
  data.endSeeding();
  return cases;
};

/** For machines, but shown wherever the output is: passwords are left out, as they are for people. */
const readyLine = ({ apiUrl, projectorUrl, eventStoreUrl, mongoUrl }: System): string => {
  const stores = { eventStoreUrl: withoutCredentials(eventStoreUrl), mongoUrl: withoutCredentials(mongoUrl) };
  return `${JSON.stringify({ ready: { url: apiUrl, projectorUrl, ...stores } })}\n`;
};

const stopped = (signal: AbortSignal): Promise<null> =>
  new Promise((stop) => {
    if (signal.aborted) stop(null);
    signal.addEventListener('abort', () => stop(null), { once: true });
  });

/** The settings of the running system for commands in other terminals. Paths are absolute, as a command may run elsewhere. */
const settingsOf = (
  { config }: LauncherOptions,
  { apiUrl, projectorUrl, eventStoreUrl, mongoUrl }: System,
  env: NodeJS.ProcessEnv,
): RunningSettings => ({
  ...Object.fromEntries(toldAsSet.map((name) => [name, env[name]?.trim() || null])),
  HOST: config.host,
  PORT: new URL(apiUrl).port,
  PROJECTOR_PORT: new URL(projectorUrl).port,
  EVENTSTORE_URL: eventStoreUrl,
  MONGODB_URL: mongoUrl,
  OIDC_ISSUER: config.oidc?.issuer ?? null,
  OIDC_AUDIENCE: config.oidc?.audience ?? null,
  MASTER_KEY_FILE: resolve(config.masterKeyFile),
  PROOF_KEY_FILE: resolve(config.proofLog.keyFile),
  OFFICES_FILE: config.officesFile && resolve(config.officesFile),
  DECREE_PARAMETERS_FILE: config.decreeParametersFile && resolve(config.decreeParametersFile),
});
