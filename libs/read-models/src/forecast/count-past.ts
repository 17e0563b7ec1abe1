import type { LocalDate } from '@app/domain';
import type { Collection, Filter } from 'mongodb';
import type { StoredRow } from '../deadline-board/stored-row.js';
import { KeptCounts } from '../queries/kept-counts.js';
import { gatherPast, type PastDuties, type RecordCount } from './past-duties.js';

/** The past of every group as of the end of a day, and the log position that it includes at least. */
export type CountedPast = Readonly<{ past: PastDuties; position: number | null }>;

/** The index of what ended when, and what it counts as. */
export const endedIndex: { [field: string]: 1 } = { endedOn: 1, record: 1 };

/** Counts past duties as of days; an expensive count is cached for a while, unless it must include a later position. */
export const pastCounter = (
  rows: () => Collection<StoredRow>,
  position: () => Promise<number | null>,
): ((asOf: LocalDate, atLeast: number | null) => Promise<CountedPast>) => {
  const kept = new KeptCounts<CountedPast>();
  const counted = async (match: Filter<StoredRow>): Promise<readonly RecordCount[]> => {
    const found = rows().aggregate<Group>([{ $match: match }, byRecord], { hint: endedIndex });
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
  return (asOf, atLeast) => kept.of(asOf, atLeast, () => count(asOf));
};

type Group = Readonly<{ _id: string; count: number }>;

const byRecord = { $group: { _id: '$record', count: { $sum: 1 } } };
