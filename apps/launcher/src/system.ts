import { freePort, requireReachable } from './addresses.js';
import { CannotRun, describe } from './cannot-run.js';
import { startChild, type Child, type ChildPlan } from './child.js';
import type { DataFolder } from './data-folder.js';
import type { FolderWatch } from './folder-watch.js';
import type { Logs } from './logs.js';
import type { LauncherOptions } from './options.js';
import { restartable, type Restartable } from './restartable.js';

/** The running system. */
export type System = Readonly<{
  apiUrl: string;
  projectorUrl: string;
  eventStoreUrl: string;
  mongoUrl: string;
  /** Resolves with a sentence where a process died too often; the rest still runs then. */
  broken: Promise<string>;
  /** Starts again what runs one of the entries, by their paths below `dist`. Resolves once that is over, however it went. */
  restart: (entries: readonly string[]) => Promise<void>;
}>;

/** What a start needs beside the options. */
type Surroundings = Readonly<{
  data: DataFolder;
  /** What of the data folder is gone; nothing is started on what would be another one. */
  gone: FolderWatch;
  logs: Logs;
  env: NodeJS.ProcessEnv;
  /** Told what is being waited for. */
  step: (text: string) => void;
  /** Told in one sentence what happened to a process. */
  say: (sentence: string) => void;
}>;

/** A process of this system: what it is called, where it is built, what it is told, and when it stops (lower is earlier). */
type Part = Readonly<{ name: string; entry: string; args: readonly string[]; env: NodeJS.ProcessEnv; stops: number }>;

type Start = (part: Part) => Promise<string>;

/**
 * Starts what has no address given, then api and projector on the addresses, and hands all of it to `work`. Whatever happens
 * then, stops everything before it returns: the api first, so that nobody writes, then the projector, then the stores.
 * Throws `CannotRun`, or the signal's reason where aborted.
 */
export const withSystem = async <T>(
  options: LauncherOptions,
  surroundings: Surroundings,
  signal: AbortSignal,
  work: (system: System) => Promise<T>,
): Promise<T> => {
  const running: { part: Part; process: Restartable }[] = [];
  const { promise: broken, resolve: giveUp } = promiseOf<string>();

  const start: Start = async (part) => {
    const log = surroundings.logs(part.name);
    const { say } = surroundings;
    const plan = { ...part, env: { ...surroundings.env, ...part.env }, log, say };
    const process = await restartable(
      {
        name: part.name,
        start: (either) => startOnFolder(plan, surroundings, either),
        say,
        // Under development the next save may mend it.
        giveUp: options.dev ? say : giveUp,
      },
      signal,
    );
    running.push({ part, process });
    return process.url;
  };
  const restart = async (entries: readonly string[]): Promise<void> => {
    const touched = running.filter(({ part }) => entries.includes(part.entry));
    await Promise.all(touched.map(({ process }) => process.restart()));
  };

  try {
    surroundings.step('Starting the stores');
    const stores = await startStores(options, surroundings, start);
    const outside = await startOutside(options, start);
    surroundings.step('Starting the api and the projector');
    const apps = await startApps(options, { ...stores, ...outside }, start);
    return await work({ ...stores, ...apps, broken, restart });
  } finally {
    surroundings.step('Stopping');
    for (const { process } of running.sort((a, b) => a.part.stops - b.part.stops)) await process.stop();
  }
};

/** A node that is started again would make its folder anew where it has been removed, and answer with an empty store. */
const startOnFolder = async (plan: ChildPlan, { gone }: Surroundings, signal: AbortSignal): Promise<Child> => {
  const path = gone();
  if (path !== null) throw new CannotRun(`${path} is gone.`);
  return startChild(plan, signal);
};

const startStores = async (options: LauncherOptions, { data, say }: Surroundings, start: Start) => {
  const { eventStoreUrl, mongoUrl } = options.config;
  const eventNodePort = await freePort(options.eventNodePort, 'EVENT_NODE_PORT');
  const documentNodePort = await freePort(options.documentNodePort, 'DOCUMENT_NODE_PORT');
  const [events, documents] = await both(
    eventStoreUrl === null
      ? start(nodePart('event store', 'event-node', data.eventNode, eventNodePort))
      : givenStore('EVENTSTORE_URL', eventStoreUrl, say),
    mongoUrl === null
      ? start(nodePart('document store', 'document-node', data.documentNode, documentNodePort))
      : givenStore('MONGODB_URL', mongoUrl, say),
  );
  return { eventStoreUrl: events, mongoUrl: documents };
};

/** Says that a server does not answer yet. The api and the projector wait for it. */
const givenStore = async (variable: string, url: string, say: Surroundings['say']): Promise<string> => {
  await requireReachable(variable, url).catch((error: unknown) => say(`${describe(error)} It is waited for.`));
  return url;
};

/** The port is fixed here, so that a node that is started again answers at the address that the others know. */
const nodePart = (name: string, entry: string, folder: string, port: number): Part => ({
  name,
  entry: `infra/embedded/${entry}/main.js`,
  args: ['--data', folder, '--port', String(port)],
  env: {},
  stops: 3,
});

/** Simulators of the systems outside for which no address is given; none in production. */
const startOutside = async ({ config, production }: LauncherOptions, start: Start) => {
  const { stateRegistersUrl, monitoringSystemUrl } = config;
  const simulated = (given: string | null, name: string, folder: string) =>
    given !== null || production ? given : startSimulator(name, folder, start);
  return {
    stateRegistersUrl: await simulated(stateRegistersUrl, 'state registers', 'state-registers'),
    monitoringSystemUrl: await simulated(monitoringSystemUrl, 'monitoring system', 'monitoring-system'),
  };
};

/** The port is fixed here, as for the nodes. */
const startSimulator = async (name: string, folder: string, start: Start): Promise<string> =>
  start({
    name,
    entry: `infra/simulators/${folder}/main.js`,
    args: ['--port', String(await freePort(0, 'PORT'))],
    env: {},
    stops: 3,
  });

type Servers = Readonly<{
  eventStoreUrl: string;
  mongoUrl: string;
  stateRegistersUrl: string | null;
  monitoringSystemUrl: string | null;
}>;

const startApps = async (
  options: LauncherOptions,
  { eventStoreUrl, mongoUrl, stateRegistersUrl, monitoringSystemUrl }: Servers,
  start: Start,
) => {
  const { config } = options;
  const embedded = [config.eventStoreUrl === null && 'event store', config.mongoUrl === null && 'document store'];
  const shared = {
    EVENTSTORE_URL: eventStoreUrl,
    MONGODB_URL: mongoUrl,
    SHANYRAQ_DATA: config.dataFolder,
    SHANYRAQ_EMBEDDED: embedded.filter(Boolean).join(','),
    ...(stateRegistersUrl === null ? {} : { STATE_REGISTERS_URL: stateRegistersUrl }),
    ...(monitoringSystemUrl === null ? {} : { MONITORING_SYSTEM_URL: monitoringSystemUrl }),
  };
  const apiPort = await freePort(config.port, 'PORT', config.host);
  const projectorPort = await freePort(options.projectorPort, 'PROJECTOR_PORT', config.host);
  const [apiUrl, projectorUrl] = await both(
    start({
      name: 'api',
      entry: 'apps/api/src/main.js',
      args: [],
      env: { ...shared, PORT: String(apiPort) },
      stops: 1,
    }),
    start({
      name: 'projector',
      entry: 'apps/projector/src/main.js',
      args: [],
      env: { ...shared, PROJECTOR_PORT: String(projectorPort) },
      stops: 2,
    }),
  );
  return { apiUrl, projectorUrl };
};

/** Both, or the first failure once both have settled, so that nothing is left half started. */
const both = async (first: Promise<string>, second: Promise<string>): Promise<readonly [string, string]> => {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
};

const promiseOf = <T>() => {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
};
