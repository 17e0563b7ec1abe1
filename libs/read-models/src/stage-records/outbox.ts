import type { Collection } from 'mongodb';
import { inPages } from '../engine/in-pages.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { completeUntil, type Completeness } from '../engine/complete-until.js';
import type { Mac } from '../engine/proven.js';
import { pageLimit } from '../queries/page.js';
import { putAllForgedAside, putAside, type Deliveries, type ForgedDelivery } from './forged-deliveries.js';
import { guarded, isOurs, type Delivery, type StoredDelivery } from './guarded-delivery.js';
import { stageRecords, type StageRecord } from './stage-records.projection.js';

/** What is unsent now. */
export type Unsent = Readonly<{
  waiting: number;
  dead: number;
  oldestRecordedAt: string | null;
  /** Rows that nobody of ours wrote: they were put aside, and what they spoke of is sent. */
  forged: number;
}>;

/** The records on their way to the monitoring information system: at least once each, under a stable id. */
export type Outbox = Readonly<{
  /** Takes in the records that are not on their way yet, those of cases that were held back among them. */
  collect: (now: string) => Promise<void>;
  /** Waiting deliveries whose time has come, oldest first. */
  due: (now: string) => Promise<readonly Delivery[]>;
  sent: (delivery: Delivery, now: string) => Promise<void>;
  failed: (delivery: Delivery, error: string, nextAt: string) => Promise<void>;
  dead: (delivery: Delivery, error: string, now: string) => Promise<void>;
  /** Puts a dead letter back; false where there is none of this id. */
  revive: (recordId: string, now: string) => Promise<boolean>;
  unsent: () => Promise<Unsent>;
  /** Dead letters, oldest first. */
  deadLetters: () => Promise<readonly Delivery[]>;
  /** Looks at every row, puts aside what nobody of ours wrote, and has records taken in anew where rows are missing. */
  check: (now: string) => Promise<void>;
  /** What was put aside since this was asked last. */
  takeForged: () => readonly ForgedDelivery[];
}>;

/** The engine keeps a row's id as its `_id`. */
type StoredRecord = Omit<StageRecord, 'id'> & Readonly<{ _id: string; position: number; calendar: number }>;
/** Up to which log position every record is on its way (-1 for none), but for those of the cases named. */
type Mark = Readonly<{ _id: string; position: number; heldBack: readonly string[] }>;

/** The outbox in a database, over the records as they are read now; sees to its indexes. Rows are ours by their MAC. */
export const openOutbox = async (live: LiveFillings, mac: Mac): Promise<Outbox> => {
  const { database } = live;
  const deliveries = database.collection<StoredDelivery>('stage-deliveries');
  const marks = database.collection<Mark>('outbox');
  const forged = database.collection<ForgedDelivery>('forged-deliveries');
  await deliveries.createIndexes([{ key: { state: 1, nextAt: 1 } }, { key: { state: 1, 'record.logPosition': 1 } }]);
  const told: ForgedDelivery[] = [];
  const parts = { deliveries, forged, mac, marks, told };
  const records = () => live.collection<StoredRecord>(stageRecords);
  return {
    collect: (now) => {
      // Both of the same filling, whichever is switched to meanwhile
      const filling = live.of(stageRecords);
      return collect({ ...parts, records: records() }, () => completeUntil(database, filling), now);
    },
    check: (now) => check({ ...parts, records: records() }, now),
    takeForged: () => told.splice(0),
    ...sending(parts),
    ...telling(parts),
  };
};

type Kept = Deliveries & Readonly<{ marks: Collection<Mark>; told: ForgedDelivery[] }>;
type Collections = Kept & Readonly<{ records: Collection<StoredRecord> }>;

/** Puts rows aside that are not ours, and has the records that they spoke of taken in anew. */
const without = async (kept: Kept, rows: readonly StoredDelivery[], now: string): Promise<void> => {
  const found = await putAside(kept, rows, now);
  if (found.length === 0) return;
  kept.told.push(...found);
  await kept.marks.deleteOne({ _id: mark });
};

/** Every record up to the mark has a row: where there are fewer, rows or the mark were removed or moved. */
const check = async (collections: Collections, now: string): Promise<void> => {
  const { deliveries, marks, records, told } = collections;
  const found = await putAllForgedAside(collections, now);
  told.push(...found);
  const known = await marks.findOne({ _id: mark });
  if (!known) return;
  const [rows, due] = await Promise.all([
    deliveries.countDocuments(),
    records.countDocuments({ logPosition: { $lte: known.position }, caseId: { $nin: [...known.heldBack] } }),
  ]);
  if (rows < due || found.length > 0) await marks.deleteOne({ _id: mark });
};

const mark = 'stage-records';

/**
 * Records of one batch are written in any order: the mark moves no further than the projection is complete. What a case that
 * was held back has given since is looked for by its name.
 */
const collect = async (
  collections: Collections,
  completeness: () => Promise<Completeness>,
  now: string,
): Promise<void> => {
  const { records, marks } = collections;
  const known = await marks.findOne({ _id: mark });
  const { position, heldBack } = await completeness();
  const from = known?.position ?? -1;
  const until = Math.max(from, position ?? -1);
  const caseId = { $in: [...(known?.heldBack ?? [])] };
  if (caseId.$in.length > 0) await take(records.find({ caseId, logPosition: { $lte: from } }), collections, now);
  await take(records.find({ logPosition: { $gt: from, $lte: until } }).sort({ logPosition: 1 }), collections, now);
  const names = heldBack.map(({ documentId }) => documentId);
  await marks.replaceOne({ _id: mark }, { position: until, heldBack: names }, { upsert: true });
};

const take = async (found: AsyncIterable<StoredRecord>, collections: Collections, now: string): Promise<void> => {
  for await (const page of inPages(found, pageLimit)) {
    if ((await takePage(page, collections, now)) === page.length) continue;
    // Some were there already: rows of ours stay, others are put aside and taken in as they are due.
    const ids = page.map(({ _id }) => _id);
    await without(collections, await collections.deliveries.find({ _id: { $in: ids } }).toArray(), now);
    await takePage(page, collections, now);
  }
};

/** Answers how many were not there before. */
const takePage = async (
  page: readonly StoredRecord[],
  { deliveries, mac }: Collections,
  now: string,
): Promise<number> => {
  const writes = page.map((stored) => {
    const { _id, ...row } = guarded(mac, waiting(stored, now));
    return { updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true } };
  });
  return (await deliveries.bulkWrite(writes, { ordered: false })).upsertedCount;
};

const waiting = ({ _id, position: _p, calendar: _c, ...record }: StoredRecord, now: string): Delivery => ({
  record: { id: _id, ...record },
  attempts: 0,
  nextAt: now,
  lastError: null,
  state: 'WAITING',
  settledAt: null,
});

const sending = (kept: Kept) => ({
  due: async (now: string) => {
    const { deliveries, mac } = kept;
    const rows = await deliveries
      .find({ state: 'WAITING', nextAt: { $lte: now } })
      .sort({ nextAt: 1 })
      .limit(pageLimit)
      .toArray();
    await without(kept, rows, now);
    return rows.filter((row) => isOurs(mac, row));
  },
  sent: (delivery: Delivery, now: string) =>
    change(kept, delivery, { state: 'SENT', settledAt: now, lastError: null, attempts: delivery.attempts + 1 }),
  failed: (delivery: Delivery, lastError: string, nextAt: string) =>
    change(kept, delivery, { lastError, nextAt, attempts: delivery.attempts + 1 }),
  dead: (delivery: Delivery, lastError: string, now: string) =>
    change(kept, delivery, { state: 'DEAD', lastError, settledAt: now, attempts: delivery.attempts + 1 }),
});

/** Writes a row anew, unless it was settled meanwhile: only one that is sent stays so whatever it was before. */
const change = async ({ deliveries, mac }: Kept, delivery: Delivery, changes: Partial<Delivery>): Promise<void> => {
  const { _id, ...row } = guarded(mac, { ...delivery, ...changes });
  const open = changes.state === 'SENT' ? {} : { state: 'WAITING' as const };
  await deliveries.updateOne({ _id, ...open }, { $set: row });
};

const telling = (kept: Kept) => ({
  revive: async (_id: string, now: string) => {
    const { deliveries, mac } = kept;
    const dead = await deliveries.findOne({ _id, state: 'DEAD' });
    if (!dead || !isOurs(mac, dead)) return false;
    const row = guarded(mac, { ...dead, state: 'WAITING', nextAt: now, attempts: 0, settledAt: null });
    const { matchedCount } = await deliveries.replaceOne({ _id, state: 'DEAD' }, row);
    return matchedCount === 1;
  },
  unsent: async () => {
    const { deliveries, forged } = kept;
    const [waitingCount, dead, oldest, forgedCount] = await Promise.all([
      deliveries.countDocuments({ state: 'WAITING' }),
      deliveries.countDocuments({ state: 'DEAD' }),
      deliveries.find({ state: 'WAITING' }).sort({ 'record.logPosition': 1 }).limit(1).next(),
      forged.estimatedDocumentCount(),
    ]);
    const oldestRecordedAt = oldest?.record.recordedAt ?? null;
    return { waiting: waitingCount, dead, oldestRecordedAt, forged: forgedCount };
  },
  deadLetters: () =>
    kept.deliveries.find({ state: 'DEAD' }).sort({ 'record.logPosition': 1 }).limit(pageLimit).toArray(),
});
