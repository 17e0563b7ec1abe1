import { buildIndexes, openDatabase, type OpenDatabase } from './database.js';
import { createIndexes } from './engine/indexes.js';
import { createPartitions } from './engine/partitions/partition.js';
import { liveFillings, type LiveFillings } from './engine/rebuild/live-fillings.js';
import { projectionAdministration, type ProjectionAdministration } from './projection-administration.js';
import { projectionQueries, projections, type ProjectionQueries } from './projections.js';
import { positionWaiter, type PositionWait } from './queries/wait-for-position.js';
import { storesGuard, type StoresGuard } from './guard/stores-guard.js';
import type { Mac } from './engine/proven.js';
import { openOutbox, type Outbox } from './stage-records/outbox.js';
import type { OnHung } from '@app/mongo';
import type { Db } from 'mongodb';

/**
 * What the read side answers. Every query may throw the driver's errors where MongoDB is away (`isReadModelsUnavailable` tells them);
 * pages throw `InvalidCursor` for a cursor that this query did not give.
 */
export type ReadModels = ProjectionQueries &
  ProjectionAdministration &
  Readonly<{
    outbox: Outbox;
    guard: StoresGuard;
    /** Asks a question again where other fillings were switched to while it was answered: what it reads, and the positions of it, are of the same. */
    steadily: LiveFillings['steadily'];
    /** Waits, at most so many milliseconds, until every projection includes a position. */
    waitForPosition: PositionWait;
    /** Answers where MongoDB does; throws where it does not. */
    ping: () => Promise<void>;
    close: () => Promise<void>;
    /** For the projector only: the database that its engine writes. */
    database: Db;
  }>;

export type ReadModelsOptions = Readonly<{
  /** Told that the client hangs. */
  onHung?: OnHung;
  /** `mac` of the vault. Absent: what needs it throws. */
  mac?: Mac;
}>;

/**
 * Connects to the database named in the address's path (`shanyraq` where it names none) and sees to the declared indexes, for
 * however long building them takes. Throws where MongoDB cannot be reached within five seconds, and `PartitionsDiffer`.
 */
export const connectReadModels = async (
  mongoUrl: string,
  { onHung, mac = noMac }: ReadModelsOptions = {},
): Promise<ReadModels> => {
  const open = openDatabase(mongoUrl, onHung);
  try {
    return await readModelsIn(open, mongoUrl, mac);
  } catch (error) {
    await open.close();
    throw error;
  }
};

const noMac: Mac = () => {
  throw new Error(
    'these read models were opened without the vault: nothing can be written to what lies outside the log',
  );
};

const readModelsIn = async (open: OpenDatabase, mongoUrl: string, mac: Mac): Promise<ReadModels> => {
  const live = await liveFillings(open.database, projections);
  try {
    await buildIndexes(mongoUrl, (database) => createIndexes(database, live.projections()));
    return await readModelsOf(live, open, mac);
  } catch (error) {
    live.close();
    throw error;
  }
};

const readModelsOf = async (live: LiveFillings, { database, close }: OpenDatabase, mac: Mac): Promise<ReadModels> => {
  await createPartitions(database);
  const queries = projectionQueries(live);
  return {
    ...queries,
    ...projectionAdministration(live),
    outbox: await openOutbox(live, mac),
    guard: storesGuard(live, mac),
    steadily: live.steadily,
    waitForPosition: positionWaiter(queries.position),
    ping: async () => {
      await database.command({ ping: 1 });
    },
    close: async () => {
      live.close();
      await close();
    },
    database,
  };
};
