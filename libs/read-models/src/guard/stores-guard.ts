import type { Db } from 'mongodb';
import { movedByHand, proveAsTheyAre } from '../engine/checkpoints.js';
import { marksOf, noteMark, readMark, type LogMark } from '../engine/log-mark.js';
import { partitionsOf } from '../engine/partitions/partition.js';
import type { Mac } from '../engine/proven.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { guardAsTheyAre } from '../stage-records/forged-deliveries.js';
import type { StoredDelivery } from '../stage-records/guarded-delivery.js';

/** What the read models hold against a log or a hand that is not theirs (decision 0038). */
export type StoresGuard = Readonly<{
  /** The farthest event that the read models have seen, and how often they were begun anew. */
  mark: () => Promise<Readonly<{ mark: LogMark | null; begun: number }>>;
  /** Keeps where an event stands, where that is farther than what is kept. */
  noteMark: (event: Pick<LogMark, 'position' | 'hash'>) => Promise<void>;
  /** The checkpoints that this system did not write, by name. */
  movedCheckpoints: () => Promise<readonly string[]>;
  /** Whether a projection has taken anything in. */
  hasBegun: () => Promise<boolean>;
  /** Gives everything that carries no MAC its own; once in the life of a log. Answers how much there was. */
  giveMacs: () => Promise<Readonly<{ checkpoints: number; deliveries: number }>>;
  /** Drops everything that can be made of the log again; what was sent stays known. Every process has to start anew then. Answers what is gone. */
  beginAnew: () => Promise<readonly string[]>;
}>;

/** What is no fold of the log, or tells of what was done; so does the proof log (`proof-`), whose heads tell an older log. */
const kept = new Set(['stage-deliveries', 'forged-deliveries', 'log-mark']);

export const storesGuard = (live: LiveFillings, mac: Mac): StoresGuard => {
  const { database } = live;
  return {
    mark: () => readMark(database, mac),
    noteMark: (event) => noteMark(database, mac, event),
    movedCheckpoints: () => movedByHand(database, mac, live.projections()),
    hasBegun: async () => {
      const found = await partitionsOf(database).find().toArray();
      return found.some(({ checkpoints }) => Object.keys(checkpoints).length > 0);
    },
    giveMacs: async () => ({
      checkpoints: await proveAsTheyAre(database, mac),
      deliveries: await guardAsTheyAre(database.collection<StoredDelivery>('stage-deliveries'), mac),
    }),
    beginAnew: () => beginAnew(database),
  };
};

/** The mark goes last: until then the processes that run answer nothing. */
const beginAnew = async (database: Db): Promise<readonly string[]> => {
  const listed = await database.listCollections({}, { nameOnly: true }).toArray();
  const dropped = listed.map(({ name }) => name).filter((name) => !kept.has(name) && !/^(proof-|system\.)/.test(name));
  for (const name of dropped) await database.dropCollection(name);
  await marksOf(database).updateOne({ _id: 'log' }, { $unset: { mark: '' }, $inc: { begun: 1 } }, { upsert: true });
  return dropped;
};
