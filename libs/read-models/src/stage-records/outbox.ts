import type { Collection, Db } from 'mongodb';
import { collectionOf, type Stored } from '../engine/projection.js';
import { pageLimit } from '../queries/page.js';
import { stageRecords, type StageRecord } from './stage-records.projection.js';

/** How the sending of one record stands. Kept apart from the records, so that no rebuild sends anything twice. */
export type Delivery = Readonly<{
  record: StageRecord;
  attempts: number;
  /** Not tried before; ISO 8601. */
  nextAt: string;
  lastError: string | null;
  state: 'WAITING' | 'SENT' | 'DEAD';
  settledAt: string | null;
}>;

/** What is unsent now. */
export type Unsent = Readonly<{ waiting: number; dead: number; oldestRecordedAt: string | null }>;

/** The records on their way to the monitoring information system: at least once each, under a stable id. */
export type Outbox = Readonly<{
  /** Takes in records that are not on their way yet, from a log position on (all where null); answers the last position seen. */
  collect: (after: number | null, now: string) => Promise<number | null>;
  /** Waiting deliveries whose time has come, oldest first. */
  due: (now: string) => Promise<readonly Delivery[]>;
  sent: (recordId: string, now: string) => Promise<void>;
  failed: (recordId: string, error: string, nextAt: string) => Promise<void>;
  dead: (recordId: string, error: string, now: string) => Promise<void>;
  /** Puts a dead letter back; false where there is none of this id. */
  revive: (recordId: string, now: string) => Promise<boolean>;
  unsent: () => Promise<Unsent>;
  /** Dead letters, oldest first. */
  deadLetters: () => Promise<readonly Delivery[]>;
}>;

/** The engine keeps a row's id as its `_id`. */
type StoredRecord = Stored<Omit<StageRecord, 'id'>>;
type StoredDelivery = Delivery & Readonly<{ _id: string }>;

/** The outbox in a database; sees to its indexes. */
export const openOutbox = async (database: Db): Promise<Outbox> => {
  const records = database.collection<StoredRecord>(collectionOf(stageRecords));
  const deliveries = database.collection<StoredDelivery>('stage-deliveries');
  await deliveries.createIndexes([{ key: { state: 1, nextAt: 1 } }, { key: { state: 1, 'record.logPosition': 1 } }]);
  return {
    collect: (after, now) => collect(records, deliveries, after, now),
    ...sending(deliveries),
    ...telling(deliveries),
  };
};

const collect = async (
  records: Collection<StoredRecord>,
  deliveries: Collection<StoredDelivery>,
  after: number | null,
  now: string,
): Promise<number | null> => {
  for (let seen = after; ;) {
    const page = await records
      .find({ logPosition: { $gt: seen ?? -1 } })
      .sort({ logPosition: 1 })
      .limit(pageLimit)
      .toArray();
    const last = page.at(-1);
    if (!last) return seen;
    await deliveries.bulkWrite(
      page.map((stored) => {
        const { _id } = stored;
        return { updateOne: { filter: { _id }, update: { $setOnInsert: waiting(stored, now) }, upsert: true } };
      }),
      { ordered: false },
    );
    seen = last.logPosition;
  }
};

const waiting = ({ _id, position: _p, revision: _r, ...record }: StoredRecord, now: string): Delivery => ({
  record: { id: _id, ...record },
  attempts: 0,
  nextAt: now,
  lastError: null,
  state: 'WAITING',
  settledAt: null,
});

const sending = (deliveries: Collection<StoredDelivery>) => ({
  due: (now: string) =>
    deliveries
      .find({ state: 'WAITING', nextAt: { $lte: now } })
      .sort({ nextAt: 1 })
      .limit(pageLimit)
      .toArray(),
  sent: async (_id: string, now: string) => {
    await deliveries.updateOne(
      { _id },
      { $set: { state: 'SENT', settledAt: now, lastError: null }, $inc: { attempts: 1 } },
    );
  },
  failed: async (_id: string, lastError: string, nextAt: string) => {
    await deliveries.updateOne({ _id, state: 'WAITING' }, { $set: { lastError, nextAt }, $inc: { attempts: 1 } });
  },
  dead: async (_id: string, lastError: string, now: string) => {
    await deliveries.updateOne(
      { _id, state: 'WAITING' },
      { $set: { state: 'DEAD', lastError, settledAt: now }, $inc: { attempts: 1 } },
    );
  },
});

const telling = (deliveries: Collection<StoredDelivery>) => ({
  revive: async (_id: string, now: string) => {
    const { matchedCount } = await deliveries.updateOne(
      { _id, state: 'DEAD' },
      { $set: { state: 'WAITING', nextAt: now, attempts: 0, settledAt: null } },
    );
    return matchedCount === 1;
  },
  unsent: async () => {
    const [waitingCount, dead, oldest] = await Promise.all([
      deliveries.countDocuments({ state: 'WAITING' }),
      deliveries.countDocuments({ state: 'DEAD' }),
      deliveries.find({ state: 'WAITING' }).sort({ 'record.logPosition': 1 }).limit(1).next(),
    ]);
    return { waiting: waitingCount, dead, oldestRecordedAt: oldest?.record.recordedAt ?? null };
  },
  deadLetters: () => deliveries.find({ state: 'DEAD' }).sort({ 'record.logPosition': 1 }).limit(pageLimit).toArray(),
});
