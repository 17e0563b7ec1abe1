import type { Duty } from '@app/domain';

/** Sorts after every date, and before what has none. */
const afterEveryDate = '}';

/** What a duty is sorted by: the end of its day; what is pending comes after every date, the earliest that it can be first. */
export const dueOrderOf = ({ dueAt, pending }: Pick<Duty, 'dueAt' | 'pending'>): string =>
  dueAt ?? `${afterEveryDate}${pending?.notBefore ?? ''}`;
