import { FollowedLog } from '@app/event-store';
import type { Logger } from '@app/platform';
import {
  fillViews,
  hasEvents,
  projectLog,
  projections,
  StalledReader,
  foldOf,
  isView,
  type Applied,
  type Leases,
  type Projection,
  type ProjectionState,
  type View,
} from '@app/read-models';
import { engineOf, type Stores } from '@app/stores';
import type { ProjectorMetrics } from './metrics.js';
import type { CatchUpProgress } from './progress.js';

type Following = Readonly<{
  stores: Stores;
  leases: Leases;
  metrics: ProjectorMetrics;
  progress: CatchUpProgress;
  logger: Logger;
  signal: AbortSignal;
}>;

/** What the projector follows: every stream that a projection is made of. */
const prefixes = [...new Set(projections.flatMap(({ streams }) => streams))];

/** How long a batch waits for more while events keep coming, in milliseconds: fewer and larger writes, and as much lag. */
const gatherMs = 20;

/** How long looking whether the log goes on may take. */
const lookMs = 5_000;

/** Follows the log into the read models, this process's share of it, until aborted; the batch in hand is finished, and the share given up. */
export const follow = async (following: Following): Promise<void> => {
  await following.leases.holdWhile(async () => {
    while (!following.signal.aborted) await followTogether(following);
  });
};

/** Until aborted, or until what is new has been filled: it is then followed with the rest. */
const followTogether = async (following: Following): Promise<void> => {
  const { groups, toFill } = readTogether(projections, await statesOf(following));
  const filled = new AbortController();
  const signal = AbortSignal.any([following.signal, filled.signal]);
  // Lists are shown anew by a correction of the calendar together with their documents alone
  const joinRest = async (): Promise<void> => {
    const now = await statesOf(following);
    if (now.length > 0 && readTogether(projections, now).groups.length < groups.length) filled.abort();
  };
  await Promise.all([
    ...groups.map((group, index) =>
      followInto(group, { ...following, signal, onCaughtUp: index > 0 ? joinRest : async () => undefined }),
    ),
    ...(toFill.length > 0 ? [fillInto(toFill, following).then(() => filled.abort())] : []),
  ]);
};

/** Where MongoDB is away just now, all read together, and try again until it is back. */
const statesOf = ({ stores }: Following): Promise<readonly ProjectionState[]> =>
  stores.readModels.projectionStates(new Date().toISOString()).catch(() => []);

/** Shows what is there in new views, one after the other, until done or aborted. */
const fillInto = (views: readonly View[], { stores, logger, signal }: Following): Promise<void> =>
  fillViews({
    ...engineOf(stores),
    views,
    signal,
    onTrouble: (error, retryInMs) =>
      logger.error({ err: error, retryInMs }, 'new views could not be filled; trying again'),
    onFilled: ({ name, version }) => logger.info({ projection: name, version }, 'a new view is filled'),
  });

/** Told when the end of the log is reached, and each second that it stays so. Never fails. */
type CaughtUp = Readonly<{ onCaughtUp: () => Promise<void> }>;

const followInto = async (
  group: readonly Projection[],
  { stores, leases, metrics, progress, logger, signal, onCaughtUp }: Following & CaughtUp,
): Promise<void> => {
  const { eventStore: store, codec } = stores;
  const connection = connectionTeller(logger);
  let followed: FollowedLog | null = null;
  await projectLog({
    ...engineOf(stores),
    projections: group,
    leases,
    signal,
    hasMore: async (after) => {
      const range = { prefixes, after, until: Number.MAX_SAFE_INTEGER, signal: AbortSignal.timeout(lookMs) };
      // Where the log does not answer either, the reader connects again by itself.
      return hasEvents(store, range).catch(() => false);
    },
    follow: (after, stop, isWanted) => {
      followed = new FollowedLog({ store, codec, prefixes, after, signal: stop, isWanted, maxWaitMs: gatherMs });
      return followed;
    },
    onApplied: (applied: Applied) => {
      if (followed) connection(followed);
      metrics.applied(applied);
      progress.reached(applied);
      if (applied.caughtUp) void onCaughtUp();
    },
    onTrouble: (error, retryInMs) => {
      if (error instanceof StalledReader) metrics.stalled();
      metrics.troubled();
      logger.error({ err: error, retryInMs }, 'the log could not be taken into the read models; trying again');
    },
  });
};

/** Says when the connection to the log is lost, and when it is there again. */
const connectionTeller = (logger: Logger): ((followed: FollowedLog) => void) => {
  let lost = false;
  return (followed) => {
    const { connected, lastPosition } = followed.state();
    if (connected === !lost) return;
    lost = !connected;
    if (lost) logger.warn({ lastPosition }, 'the connection to the event store is lost; trying again');
    else logger.info({ lastPosition }, 'the event store is back');
  };
};

/** What reads the log together, and what is first to be shown of documents that are there already. */
export type Reading = Readonly<{ groups: readonly (readonly Projection[])[]; toFill: readonly View[] }>;

/**
 * Projections that read the log together: those that have begun, and, apart from them, those that have not (a new version,
 * a new projection). So what is up to date is not kept waiting while the log is read from its beginning. A new view of documents
 * that are there reads no log: it is filled from them.
 */
export const readTogether = (
  all: readonly Projection[],
  states: readonly Pick<ProjectionState, 'name' | 'position'>[],
): Reading => {
  const begun = new Set(states.flatMap(({ name, position }) => (position === null ? [] : [name])));
  const toFill = all.filter(isView).filter((view) => !begun.has(view.name) && begun.has(foldOf(view).name));
  const reading = all.filter((one) => !toFill.some(({ name }) => name === one.name));
  const groups = [reading.filter(({ name }) => begun.has(name)), reading.filter(({ name }) => !begun.has(name))];
  return { groups: groups.filter((group) => group.length > 0), toFill };
};
