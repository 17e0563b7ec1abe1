import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigInvalid, loadConfig, type Config } from '@app/platform';
import { CannotRun } from './cannot-run.js';

/** What the launcher was asked for. */
export type LauncherOptions = Readonly<{
  help: boolean;
  /** Begin anew: empty the embedded stores first. */
  fresh: boolean;
  /** Put sample cases into an empty system; never where tokens come from another issuer than our own. */
  seed: boolean;
  /** The processes log here instead of into files. */
  verbose: boolean;
  /** The process that started this one says which modules are others than before; what runs them is started again. */
  dev: boolean;
  /** Nothing is kept on this machine then: no embedded store, no lock, no log file. */
  production: boolean;
  /** The data folder in it is absolute. */
  config: Config;
  /** Ports of the projector's health and metrics, and of the embedded nodes; 0 means any free one. */
  projectorPort: number;
  eventNodePort: number;
  documentNodePort: number;
}>;

export const usage = `npm start [-- options]

  --fresh     begin anew: empties the embedded stores first
  --no-seed   put no sample cases into an empty system
  --verbose   show the logs of all processes here, not in SHANYRAQ_DATA/logs
  --help      this text

  Environment: see README.md, "Configuration".
`;

/** Flags and environment as options. Throws `CannotRun` naming all that is wrong. */
export const parseOptions = (argv: readonly string[], env: NodeJS.ProcessEnv): LauncherOptions => {
  const flags = parseFlags(argv);
  const config = readConfig(env);
  const production = config.mode === 'production';
  const options: LauncherOptions = {
    help: flags.help,
    fresh: flags.fresh,
    seed: flags.seed && !production && config.oidc === null,
    verbose: flags.verbose ?? production,
    dev: flags.dev,
    production,
    config: { ...config, dataFolder: resolve(config.dataFolder) },
    projectorPort: portFrom(env, 'PROJECTOR_PORT'),
    eventNodePort: portFrom(env, 'EVENT_NODE_PORT'),
    documentNodePort: portFrom(env, 'DOCUMENT_NODE_PORT'),
  };
  if (options.fresh) refuseFreshOnServers(config);
  return options;
};

const parseFlags = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      allowNegative: true,
      options: {
        help: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        seed: { type: 'boolean', default: true },
        verbose: { type: 'boolean' },
        dev: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const given = argv.join(' ');
    throw new CannotRun(`npm start cannot use ${given}. Options: --fresh, --no-seed, --verbose, --help.`, {
      cause: error,
    });
  }
};

const readConfig = (env: NodeJS.ProcessEnv): Config => {
  try {
    return loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigInvalid) throw new CannotRun(sentenceOf(error), { cause: error });
    throw error;
  }
};

const sentenceOf = ({ problems }: ConfigInvalid): string => `The configuration cannot be used: ${problems.join('; ')}.`;

const portFrom = (env: NodeJS.ProcessEnv, name: string): number => {
  const text = env[name]?.trim() ?? '';
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CannotRun(`${name}=${text} is not a port: give a whole number from 0 to 65535.`);
};

const refuseFreshOnServers = ({ eventStoreUrl, mongoUrl }: Config): void => {
  if (eventStoreUrl === null && mongoUrl === null) return;
  throw new CannotRun(
    '--fresh empties the embedded stores only, and the keys of people whose data lie on a real server must not go with them: ' +
      'unset EVENTSTORE_URL and MONGODB_URL, or choose an unused folder with SHANYRAQ_DATA.',
  );
};
