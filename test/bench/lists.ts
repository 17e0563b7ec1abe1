import {
  collectionOf,
  deadlineBoard,
  worklist,
  type DeadlineRequest,
  type ReadModels,
  type WorklistRequest,
} from '@app/read-models';
import { listedUntil } from './list-documents.js';

/** A list as people leaf through it, and the collection that it is read from. */
export type List = Readonly<{
  name: string;
  collection: string;
  page: (cursor: string | null) => Promise<Readonly<{ items: readonly unknown[]; nextCursor: string | null }>>;
}>;

/** The lists that are measured: each order, and each index. */
export const listsOf = (readModels: ReadModels): readonly List[] => {
  const soonUntil = '2026-11-25T06:00:00.000Z';
  const board = (name: string, request: Partial<DeadlineRequest> & Pick<DeadlineRequest, 'bucket'>): List => ({
    name: `deadline board, ${name}`,
    collection: collectionOf(deadlineBoard),
    page: (cursor) => readModels.deadlines.page({ asOf: listedUntil, soonUntil, cursor, ...request }),
  });
  const rows = (name: string, request: Partial<WorklistRequest>): List => ({
    name: `worklist, ${name}`,
    collection: collectionOf(worklist),
    page: (cursor) => readModels.worklist.page({ now: listedUntil, cursor, ...request }),
  });
  return [
    board('overdue', { bucket: 'OVERDUE' }),
    board('an office, done in time', { bucket: 'KEPT', officeId: 'almaty-medeu' }),
    board('a rule, done late', { bucket: 'LATE', rule: 'R-27' }),
    rows('what is due next', {}),
    rows('an office, paid', { officeId: 'almaty-medeu', status: 'PAID' }),
    rows('the newest', { sort: 'submitted' }),
    rows('names that begin so', { q: 'mysalova' }),
  ];
};
