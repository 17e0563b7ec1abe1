import type { Addressee, ComplaintOutcome } from '@app/domain';
import type { Db, Document } from 'mongodb';
import { collectionOf, type Stored } from '../engine/projection.js';
import { utc } from '../instants.js';
import type { Consideration } from './complaint-row.js';
import { complaints, type ComplaintDocument } from './complaints.projection.js';

/** How many complaints are alike in all four. */
export type ComplaintFigure = Readonly<{
  addressee: Addressee;
  outcome: ComplaintOutcome | null;
  /** OVERDUE is a running one that is over. */
  term: Consideration | 'OVERDUE';
  extended: boolean;
  count: number;
}>;

export type ComplaintFigures = Readonly<{
  /** Complaints of an office (of every office where absent) by addressee, outcome, term and extension, as of a moment (ISO 8601). */
  figures: (
    request: Readonly<{ officeId?: string | undefined; asOf: string }>,
  ) => Promise<Readonly<{ items: readonly ComplaintFigure[]; position: number | null }>>;
}>;

/** The figures of complaints. */
export const complaintFigures = (database: Db, position: () => Promise<number | null>): ComplaintFigures => {
  const rows = database.collection<Stored<ComplaintDocument>>(collectionOf(complaints));
  const counted = async (match: Document, over: boolean): Promise<readonly ComplaintFigure[]> => {
    const found = await rows.aggregate<Group>([{ $match: match }, group]).toArray();
    return found.map(({ _id, count }) => ({ ..._id, term: over ? 'OVERDUE' : _id.term, count }));
  };
  return {
    figures: async ({ officeId, asOf }) => {
      const included = await position();
      const filed = { dueOrder: { $gt: '' }, ...(officeId !== undefined && { officeId }) };
      const over = { 'row.term': 'RUNNING', 'row.considerationDueAt': { $lt: utc(asOf) } };
      const [overdue, others] = await Promise.all([
        counted({ ...filed, ...over }, true),
        counted({ ...filed, $nor: [over] }, false),
      ]);
      return { items: [...overdue, ...others].toSorted(byItsWords), position: included };
    },
  };
};

type Group = Readonly<{
  _id: Omit<ComplaintFigure, 'term' | 'count'> & Readonly<{ term: Consideration }>;
  count: number;
}>;

const group = {
  $group: {
    _id: { addressee: '$row.addressee', outcome: '$row.outcome', term: '$row.term', extended: '$row.extended' },
    count: { $sum: 1 },
  },
};

const byItsWords = (one: ComplaintFigure, other: ComplaintFigure): number => (wordsOf(one) < wordsOf(other) ? -1 : 1);

const wordsOf = ({ addressee, outcome, term, extended }: ComplaintFigure): string =>
  `${addressee} ${outcome} ${term} ${extended}`;
