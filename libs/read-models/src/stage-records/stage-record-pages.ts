import type { Db } from 'mongodb';
import { loadPositions } from '../engine/checkpoints.js';
import { collectionOf, type Projection } from '../engine/projection.js';
import { quarantineOf } from '../engine/quarantine.js';
import type { StageRecord } from './stage-records.projection.js';

/** Records in the order of the log. `next`, `end` and `heldBackAt` as an export has them. */
export type StageRecordPage = Readonly<{
  records: readonly StageRecord[];
  next: number;
  end: boolean;
  heldBackAt: number | null;
}>;

export type StageRecordPages = Readonly<{
  /** Records after a position, at most so many; none beyond a position before which one may still come. */
  after: (position: number, limit: number) => Promise<StageRecordPage>;
}>;

/** Reads the records page by page, over whichever filling is live. */
export const stageRecordPages = (database: Db, live: () => Projection): StageRecordPages => ({
  after: async (position, limit) => {
    const records = live();
    const { complete, heldBackAt } = await completeUntil(database, records);
    const found = await database
      .collection<Omit<StageRecord, 'id'> & Readonly<{ _id: string; position: number }>>(collectionOf(records))
      .find({ logPosition: { $gt: position, $lte: complete } })
      .sort({ logPosition: 1 })
      .limit(limit)
      .toArray();
    const full = found.length === limit;
    return {
      records: found.map(({ _id: id, position: _position, ...record }) => ({ id, ...record })),
      next: full ? (found.at(-1)?.logPosition ?? position) : Math.max(position, complete),
      end: !full,
      heldBackAt,
    };
  },
});

/**
 * The position up to which no record can come any more: that of the projection, or before the first event that it holds back.
 * A document is named as held back before the checkpoint passes it: hence the order of the two looks.
 */
const completeUntil = async (
  database: Db,
  projection: Projection,
): Promise<Readonly<{ complete: number; heldBackAt: number | null }>> => {
  const [reached] = await loadPositions(database, [projection]);
  const held = await quarantineOf(database)
    .find({ projection: collectionOf(projection) }, { projection: { position: 1 } })
    .toArray();
  const heldBackAt = held.length === 0 ? null : Math.min(...held.map(({ position }) => position));
  return { complete: Math.min(reached ?? -1, (heldBackAt ?? Number.MAX_SAFE_INTEGER) - 1), heldBackAt };
};
