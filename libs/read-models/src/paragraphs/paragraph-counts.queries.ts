import type { Document } from 'mongodb';
import { complaints } from '../complaints/complaints.projection.js';
import { deadlineBoard } from '../deadline-board/deadline-board.projection.js';
import { inBucket, indexFor, narrowed, type DeadlineInstants } from '../deadline-board/deadline-board.queries.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { utc } from '../instants.js';

/**
 * How the duties under a paragraph stand: `DUE_SOON` is a part of `OPEN`; `MISSED` are those recorded as missed and not found to have
 * been kept; `PENDING` wait for a year without calendar and are in no other.
 */
export const paragraphBuckets = ['OPEN', 'DUE_SOON', 'OVERDUE', 'MISSED', 'PENDING'] as const;
export type ParagraphBucket = (typeof paragraphBuckets)[number];

/** How many duties of cases and complaints stand alike under a rule and a paragraph. */
export type ParagraphCount = Readonly<{ rule: string; paragraph: string; bucket: ParagraphBucket; count: number }>;

export type ParagraphCounts = (
  request: DeadlineInstants & Readonly<{ officeId?: string | undefined }>,
) => Promise<Readonly<{ counts: readonly ParagraphCount[]; position: number | null }>>;

/** Counts duties by rule and paragraph; those of an office where it is named. */
export const paragraphCounts =
  (live: LiveFillings, position: () => Promise<number | null>): ParagraphCounts =>
  async (request) => {
    const included = await position();
    const counted = await Promise.all(
      paragraphBuckets.flatMap((bucket) => [
        ofCases(live, bucket, request).then(told(bucket)),
        ofComplaints(live, bucket, request).then(told(bucket)),
      ]),
    );
    return { counts: counted.flat(), position: included };
  };

type Request = Parameters<ParagraphCounts>[0];
type Group = Readonly<{ _id: Readonly<{ rule: string; paragraph: string }>; count: number }>;

const told =
  (bucket: ParagraphBucket) =>
  (groups: readonly Group[]): readonly ParagraphCount[] =>
    groups.map(({ _id: { rule, paragraph }, count }) => ({ rule, paragraph, bucket, count }));

const ofCases = (live: LiveFillings, bucket: ParagraphBucket, request: Request): Promise<readonly Group[]> =>
  live
    .collection(deadlineBoard)
    .aggregate<Group>([{ $match: { $and: [...inBucket(bucket, request), ...narrowed(request)] } }, groupAt('')], {
      hint: indexFor({ ...request, bucket }),
    })
    .toArray();

const ofComplaints = (live: LiveFillings, bucket: ParagraphBucket, request: Request): Promise<readonly Group[]> => {
  const { officeId } = request;
  const filed = { dueOrder: { $gt: '' }, ...(officeId !== undefined && { officeId }) };
  return live
    .collection(complaints)
    .aggregate<Group>(
      bucket === 'MISSED'
        ? [{ $match: filed }, { $unwind: '$missed' }, groupAt('missed.')]
        : [{ $match: filed }, { $unwind: '$duties' }, { $match: standingIn(bucket, request) }, groupAt('duties.')],
    )
    .toArray();
};

const groupAt = (path: string): Document => ({
  $group: { _id: { rule: `$${path}rule`, paragraph: `$${path}paragraph` }, count: { $sum: 1 } },
});

/** As the board tells duties of cases apart. A duty whose day is pending has no instant at which it is due. */
const standingIn = (bucket: Exclude<ParagraphBucket, 'MISSED'>, { asOf, soonUntil }: DeadlineInstants): Document => {
  const open = (dueAt: Document) => ({ 'duties.status': 'OPEN', 'duties.dueAt': dueAt });
  switch (bucket) {
    case 'PENDING':
      return {
        'duties.status': { $ne: 'FALLEN_AWAY' },
        'duties.pending': { $ne: null },
        $or: [{ 'duties.status': 'OPEN' }, { 'duties.late': null }],
      };
    case 'OVERDUE':
      return open({ $lt: utc(asOf) });
    case 'DUE_SOON':
      return open({ $gte: utc(asOf), $lt: utc(soonUntil) });
    default:
      return open({ $gte: utc(asOf) });
  }
};
