import type { Db } from 'mongodb';
import { completeUntil } from '../engine/complete-until.js';
import type { Projection } from '../engine/projection.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { stageRecords, type StageRecord } from './stage-records.projection.js';

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
export const stageRecordPages = (live: LiveFillings): StageRecordPages => ({
  after: async (position, limit) => {
    const rows = live.collection<
      Omit<StageRecord, 'id'> & Readonly<{ _id: string; position: number; calendar: number }>
    >(stageRecords);
    const { complete, heldBackAt } = await wholeUntil(live.database, live.of(stageRecords));
    const found = await rows
      .find({ logPosition: { $gt: position, $lte: complete } })
      .sort({ logPosition: 1 })
      .limit(limit)
      .toArray();
    const full = found.length === limit;
    return {
      records: found.map(({ _id: id, position: _position, calendar: _calendar, ...record }) => ({ id, ...record })),
      next: full ? (found.at(-1)?.logPosition ?? position) : Math.max(position, complete),
      end: !full,
      heldBackAt,
    };
  },
});

/** The position up to which no record can come any more: that of the projection, or before the first event that it holds back. */
const wholeUntil = async (
  database: Db,
  projection: Projection,
): Promise<Readonly<{ complete: number; heldBackAt: number | null }>> => {
  const { position, heldBack } = await completeUntil(database, projection);
  const heldBackAt = heldBack.length === 0 ? null : Math.min(...heldBack.map((held) => held.position));
  return { complete: Math.min(position ?? -1, (heldBackAt ?? Number.MAX_SAFE_INTEGER) - 1), heldBackAt };
};
