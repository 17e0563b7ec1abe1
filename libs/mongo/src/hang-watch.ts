import { setTimeout as after } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { isMongoAway } from './store-away.js';

/** A client no longer reaches its server although the server is there: only another process can. The message says so. */
export class HungClient extends Error {
  override readonly name = 'HungClient';
  constructor() {
    super(
      'The client of MongoDB in this process hangs: it does not reach the server, and a new one does. ' +
        'This process ends, and has to be started again.',
    );
  }
}

/** Told once that a client hangs. */
export type OnHung = (error: HungClient) => void;

export type Watched = Readonly<{ client: MongoClient; mongoUrl: string; onHung: OnHung; signal: AbortSignal }>;

/** So many looks in a row find a client that hangs: one that has only been slow to notice that its server is back is let be. */
const looksInARow = 3;

/**
 * Looks at a client again and again (once a heartbeat, `heartbeatFrequencyMS`) until aborted or hung. A server that is away is
 * away for a new client too, and is waited for, however long. Version 7.9 of the driver hangs where its check of the server
 * meets a socket that is destroyed and has not said so yet: it waits for ever for it to drain, and checks no more.
 */
export const watchForHang = async ({ client, mongoUrl, onHung, signal }: Watched): Promise<void> => {
  const { heartbeatFrequencyMS, socketTimeoutMS } = client.options;
  const commands = waitingCommands(client, looksWithin(2 * (socketTimeoutMS ?? 0), heartbeatFrequencyMS));
  let found = 0;
  while (found < looksInARow) {
    await after(heartbeatFrequencyMS, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    const suspected = commands.look() || (await isCutOff(client));
    found = suspected && (await isReached(mongoUrl, client)) ? found + 1 : 0;
  }
  if (!signal.aborted) onHung(new HungClient());
};

/** No command waits that long without hanging; for ever where commands may take any time. */
const looksWithin = (limitMs: number, everyMs: number): number => (limitMs === 0 ? Infinity : limitMs / everyMs + 1);

/** Whether a client says that it cannot reach its server; one that only takes its time is not cut off. */
const isCutOff = (client: MongoClient): Promise<boolean> =>
  inTime(client, async () => {
    try {
      await ping(client);
      return false;
    } catch (error) {
      return isMongoAway(error);
    }
  });

/** Whether a new client reaches the server. */
const isReached = async (mongoUrl: string, { options }: MongoClient): Promise<boolean> => {
  const { serverSelectionTimeoutMS, connectTimeoutMS } = options;
  const limits = { serverSelectionTimeoutMS, connectTimeoutMS, socketTimeoutMS: connectTimeoutMS };
  const fresh = new MongoClient(mongoUrl, { ...limits, maxPoolSize: 1 });
  try {
    return await inTime(fresh, () =>
      ping(fresh).then(
        () => true,
        () => false,
      ),
    );
  } finally {
    void fresh.close().catch(() => undefined);
  }
};

const ping = (client: MongoClient): Promise<unknown> => client.db('admin').command({ ping: 1 });

/** What is found out of a client before every timer of it has run out; false where nothing is. */
const inTime = async ({ options }: MongoClient, asked: () => Promise<boolean>): Promise<boolean> => {
  const { serverSelectionTimeoutMS, connectTimeoutMS } = options;
  const found = new AbortController();
  const late = after(2 * (serverSelectionTimeoutMS + connectTimeoutMS), false, { signal: found.signal, ref: false });
  try {
    return await Promise.race([asked(), late]);
  } finally {
    late.catch(() => undefined);
    found.abort();
  }
};

/** Notices commands that wait too long for their answer. */
export type WaitingCommands = Readonly<{
  /** Whether one of them has waited for that many looks. */
  look: () => boolean;
}>;

/**
 * The commands of a client that wait: a connection is lent to each of them. Counts looks, not time: a process that was frozen
 * itself has not looked meanwhile.
 */
const waitingCommands = (client: MongoClient, mostLooks: number): WaitingCommands => {
  const lent = new Map<string, number>();
  client.on('connectionCheckedOut', ({ address, connectionId }) => lent.set(`${address} ${connectionId}`, 0));
  client.on('connectionCheckedIn', ({ address, connectionId }) => lent.delete(`${address} ${connectionId}`));
  return {
    look: () => {
      for (const [connection, looks] of lent) lent.set(connection, looks + 1);
      return [...lent.values()].some((looks) => looks >= mostLooks);
    },
  };
};
