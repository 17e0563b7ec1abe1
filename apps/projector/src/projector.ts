import { MissedDuties, OrdersToDecideAnew, readInstallation, type InstallationSettings } from '@app/application';
import {
  createLogger,
  loadConfig,
  loadProjectorSettings,
  type Config,
  type Logger,
  type ProjectorSettings,
} from '@app/platform';
import { logIdentityOf, type LogIdentity } from '@app/proof-log';
import { Leases, projections } from '@app/read-models';
import { caseDuties, complaintDuties, DutyWatch } from './duty-watch.js';
import { again } from './again.js';
import { finishErasures } from './finish-erasures.js';
import { follow } from './following.js';
import { guardOnce } from './guard-once.js';
import { doJobs, tidyUp } from './jobs.js';
import { projectorMetrics, type ProjectorMetrics } from './metrics.js';
import { sendRecords } from './outbound/send-records.js';
import { keepProofLog } from './proof/keep-proof-log.js';
import { OrderFollower } from './order-follower.js';
import { hasEnded, processName } from './process-name.js';
import { catchUpProgress } from './progress.js';
import { Reconciler } from './reconciler.js';
import { SureClock } from './sure-clock.js';
import { startStatusServer } from './status-server.js';
import { openStores, tellDiffer, type StoreEvents, type Stores } from '@app/stores';

/**
 * Runs a projector until aborted: the log into the read models, claims on dwellings that hold nothing released, health and
 * metrics told. Finishes the batch in hand. `onReady` gets the address of health and metrics, once the stores are there. Throws,
 * before that, with a sentence that says what to do where something it needs is wrong, or the signal's reason.
 */
export const runProjector = async (
  env: NodeJS.ProcessEnv,
  { onReady, ...events }: Omit<StoreEvents, 'onDiffer'> & Readonly<{ onReady: (url: string) => void }>,
): Promise<void> => {
  const config = loadConfig(env);
  const settings = loadProjectorSettings(env, config);
  const logger = createLogger({ name: 'projector', level: config.logLevel });
  const installation = await readInstallation(config);
  const identity = await logIdentityOf(config);
  const stores = await openStores(config, { ...events, onDiffer: (sentence) => tellDiffer(logger, sentence) });
  try {
    const metrics = projectorMetrics();
    const { embeddedStores, host } = config;
    const server = await startStatusServer({ stores, metrics, embeddedStores, logger }, host, settings.port);
    try {
      logger.info({ url: server.url, mode: config.mode, embeddedStores }, 'ready');
      onReady(server.url);
      await work({ stores, settings, metrics, logger, env, signal: events.signal, config, installation, identity });
    } finally {
      await server.stop();
    }
  } finally {
    await stores.close();
  }
};

type Work = Readonly<{
  stores: Stores;
  settings: ProjectorSettings;
  metrics: ProjectorMetrics;
  logger: Logger;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  config: Config;
  installation: InstallationSettings;
  identity: LogIdentity;
}>;

const work = async (parts: Work): Promise<void> => {
  await guardOnce(parts);
  const progress = catchUpProgress(process.stderr, parts.env, await logAhead(parts.stores));
  const leases = leasesOf(parts);
  await Promise.all([
    follow({ ...parts, leases, progress }),
    doJobs(parts),
    tidyUp(parts, parts.settings.rebuiltKeptMs),
    reconcile(parts),
    finishErasures({ ...parts, retentionYears: parts.config.law.retentionYears }),
    followOrders(parts),
    watch(parts),
    sendRecords({ ...parts, leases }),
    keepProofLog({ ...parts, leases }),
  ]);
  progress.end();
};

/** The partitions that this process takes in. */
const leasesOf = ({ stores, metrics, logger }: Work): Leases =>
  new Leases({
    database: stores.readModels.database,
    projections,
    owner: processName,
    hasEnded,
    onChanged: (partitions) => {
      metrics.held(partitions.length);
      logger.info({ partitions }, 'these partitions of the log are taken in here');
    },
    onTrouble: (error) => logger.error({ err: error }, 'the partitions could not be looked at; trying again'),
  });

/** From where to where there is to catch up; unknown where a store has just gone away. */
const logAhead = async ({ eventStore, readModels }: Stores): Promise<{ from: number | null; end: number | null }> => {
  try {
    return { from: await readModels.position(), end: await eventStore.lastPosition() };
  } catch {
    return { from: null, end: null };
  }
};

/** Looks at the claims again and again. */
const reconcile = async ({ stores, settings, metrics, logger, signal }: Work): Promise<void> => {
  const reconciler = new Reconciler({
    readModels: stores.readModels,
    pipeline: stores.pipeline,
    claimGraceMs: settings.claimGraceMs,
    now: () => new Date().toISOString(),
    onReleased: ({ dwellingId, caseId }, reason) => {
      metrics.released(reason);
      logger.info({ dwellingId, caseId, reason }, 'a claim on a dwelling was released');
    },
  });
  const failed = 'claims could not be reconciled';
  await again(() => reconciler.pass(), { everyMs: settings.reconcileEveryMs, signal, logger, failed });
};

/** Looks again and again for what a complaint or a court has decided anew. */
const followOrders = async ({ stores, settings, logger, signal, installation }: Work): Promise<void> => {
  const follower = new OrderFollower({
    readModels: stores.readModels,
    orders: new OrdersToDecideAnew(stores.pipeline, installation),
    now: () => new Date().toISOString(),
    onReopened: ({ caseId, complaintId, carryOutBy }) =>
      logger.info({ caseId, complaintId, carryOutBy }, 'a case was reopened, to be decided anew'),
    onTrouble: ({ caseId, complaintId }, error) =>
      logger.error({ err: error, caseId, complaintId }, 'a case that is to be decided anew could not be reopened'),
  });
  const failed = 'orders to decide anew could not be followed';
  await again(() => follower.pass(), { everyMs: settings.reconcileEveryMs, signal, logger, failed });
};

/** Looks for overdue duties again and again. */
const watch = async ({ stores, settings, metrics, logger, signal, installation }: Work): Promise<void> => {
  const { pipeline, readModels } = stores;
  const missed = new MissedDuties(pipeline, installation);
  const now = () => new Date().toISOString();
  const dutyWatch = new DutyWatch({
    sources: [caseDuties(readModels.deadlines, missed), complaintDuties(readModels.complaints, missed)],
    missed,
    now,
    clock: new SureClock({ log: stores.eventStore, now }),
    onTrouble: ({ stream, rule, due }, error) =>
      logger.error({ err: error, stream, rule, due }, 'a duty past its day could not be recorded as missed'),
    onMissed: ({ stream, rule, due }) => {
      metrics.missed(rule);
      logger.info({ stream, rule, due }, 'a duty was recorded as missed');
    },
  });
  const failed = 'duties could not be watched';
  await again(() => dutyWatch.pass(signal), { everyMs: settings.watchEveryMs, signal, logger, failed });
};
