import type { LocalDate } from '@app/domain';
import type { Filter } from 'mongodb';
import { deadlineBoard } from '../deadline-board/deadline-board.projection.js';
import type { StoredRow } from '../deadline-board/stored-row.js';
import { collectionOf } from '../engine/projection.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { KeptCounts } from '../queries/kept-counts.js';
import { gatherPast, type PastDuties, type RecordCount } from './past-duties.js';

/** The past of every group as of the end of a day, and the log position that it includes at least. */
export type CountedPast = Readonly<{ past: PastDuties; position: number | null }>;

/** The index of what ended when, and what it counts as. */
export const endedIndex: { [field: string]: 1 } = { endedOn: 1, record: 1 };

/** Counts past duties as of days; an expensive count is cached for a while, unless it must include a later position. */
export const pastCounter = (
  live: LiveFillings,
  position: () => Promise<number | null>,
): ((asOf: LocalDate, atLeast: number | null) => Promise<CountedPast>) => {
  const kept = new KeptCounts<CountedPast>();
  const counted = async (match: Filter<StoredRow>): Promise<readonly RecordCount[]> => {
    const found = live
      .collection<StoredRow>(deadlineBoard)
      .aggregate<Group>([{ $match: match }, byRecord], { hint: endedIndex });
    return (await found.toArray()).map(({ _id, count }) => ({ record: _id, count }));
  };
  const count = async (asOf: LocalDate): Promise<CountedPast> => {
    const included = await position();
    const [ended, overdue] = await Promise.all([
      counted({ endedOn: { $lte: asOf } }),
      counted({ endedOn: { $gt: asOf }, due: { $lt: asOf } }),
    ]);
    return { past: gatherPast(ended, overdue), position: included };
  };
  return (asOf, atLeast) =>
    kept.of(`${collectionOf(live.of(deadlineBoard))} ${asOf}`, atLeast, () => live.steadily(() => count(asOf)));
};

type Group = Readonly<{ _id: string; count: number }>;

const byRecord = { $group: { _id: '$record', count: { $sum: 1 } } };
