import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import { inPages } from '../engine/in-pages.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { completeUntil, type Completeness } from '../engine/complete-until.js';
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
  /** Takes in the records that are not on their way yet, those of cases that were held back among them. */
  collect: (now: string) => Promise<void>;
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
type StoredRecord = Omit<StageRecord, 'id'> & Readonly<{ _id: string; position: number; calendar: number }>;
type StoredDelivery = Delivery & Readonly<{ _id: string }>;
/** Up to which log position every record is on its way (-1 for none), but for those of the cases named. */
type Mark = Readonly<{ _id: string; position: number; heldBack: readonly string[] }>;

/** The outbox in a database, over the records as they are read now; sees to its indexes. */
export const openOutbox = async (live: LiveFillings): Promise<Outbox> => {
  const { database } = live;
  const deliveries = database.collection<StoredDelivery>('stage-deliveries');
  const marks = database.collection<Mark>('outbox');
  await deliveries.createIndexes([{ key: { state: 1, nextAt: 1 } }, { key: { state: 1, 'record.logPosition': 1 } }]);
  return {
    collect: (now) => {
      // Both of the same filling, whichever is switched to meanwhile
      const [records, filling] = [live.collection<StoredRecord>(stageRecords), live.of(stageRecords)];
      return collect({ records, deliveries, marks }, () => completeUntil(database, filling), now);
    },
    ...sending(deliveries),
    ...telling(deliveries),
  };
};

type Collections = Readonly<{
  records: Collection<StoredRecord>;
  deliveries: Collection<StoredDelivery>;
  marks: Collection<Mark>;
}>;

const mark = 'stage-records';

/**
 * Records of one batch are written in any order: the mark moves no further than the projection is complete. What a case that
 * was held back has given since is looked for by its name.
 */
const collect = async (
  { records, deliveries, marks }: Collections,
  completeness: () => Promise<Completeness>,
  now: string,
): Promise<void> => {
  const known = await marks.findOne({ _id: mark });
  const { position, heldBack } = await completeness();
  const from = known?.position ?? -1;
  const until = Math.max(from, position ?? -1);
  const caseId = { $in: [...(known?.heldBack ?? [])] };
  if (caseId.$in.length > 0) await take(records.find({ caseId, logPosition: { $lte: from } }), deliveries, now);
  await take(records.find({ logPosition: { $gt: from, $lte: until } }).sort({ logPosition: 1 }), deliveries, now);
  const names = heldBack.map(({ documentId }) => documentId);
  await marks.replaceOne({ _id: mark }, { position: until, heldBack: names }, { upsert: true });
};

const take = async (
  found: AsyncIterable<StoredRecord>,
  deliveries: Collection<StoredDelivery>,
  now: string,
): Promise<void> => {
  for await (const page of inPages(found, pageLimit))
    await deliveries.bulkWrite(page.map(taken(now)), { ordered: false });
};

const taken =
  (now: string) =>
  (stored: StoredRecord): AnyBulkWriteOperation<StoredDelivery> => {
    const { _id } = stored;
    return { updateOne: { filter: { _id }, update: { $setOnInsert: waiting(stored, now) }, upsert: true } };
  };

const waiting = ({ _id, position: _p, calendar: _c, ...record }: StoredRecord, now: string): Delivery => ({
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
