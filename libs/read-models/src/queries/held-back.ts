import { deadlineBoard, type StoredDeadline } from '../deadline-board/deadline-board.projection.js';
import { collectionOf, type Projection } from '../engine/projection.js';
import { quarantineOf, type Quarantined } from '../engine/quarantine.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';

/** A duty that is open, and when it is due. `dueAt` is UTC. */
export type NearestDuty = Readonly<{ rule: string; instance: number | null; duty: string; due: string; dueAt: string }>;

/** A document that a projection holds back, the event that it stands at, and what its case owes next as far as the board knows. */
export type HeldBack = Omit<Quarantined, '_id' | 'projection'> &
  Readonly<{
    /** Null where the stream is not a case's. */
    caseId: string | null;
    nearestDuty: NearestDuty | null;
  }>;

/** The most that are named of one projection. */
const mostNamed = 100;

/** What a projection holds back, the earliest due date first; at most 100. */
export const heldBackBy = async (
  live: LiveFillings,
  projection: Pick<Projection, 'name' | 'version' | 'generation'>,
): Promise<readonly HeldBack[]> => {
  const held = await quarantineOf(live.database)
    .find({ projection: collectionOf(projection) })
    .sort({ _id: 1 })
    .limit(mostNamed)
    .toArray();
  const named = await Promise.all(held.map((one) => withDuty(live, one)));
  return named.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
};

const withDuty = async (
  live: LiveFillings,
  { _id, projection: _collection, ...held }: Quarantined,
): Promise<HeldBack> => {
  const caseId = held.stream.startsWith('case-') ? held.stream.slice('case-'.length) : null;
  return { ...held, caseId, nearestDuty: caseId === null ? null : await nearestDutyOf(live, caseId) };
};

const nearestDutyOf = async (live: LiveFillings, caseId: string): Promise<NearestDuty | null> => {
  const rows = live.collection<StoredDeadline & Readonly<{ _id: string }>>(deadlineBoard);
  // Every row of a case is named `<case>/<rule>`, and `0` follows `/`.
  const ofCase = { _id: { $gte: `${caseId}/`, $lt: `${caseId}0` }, outcome: 'OPEN' as const };
  const [first] = (await rows.find(ofCase).toArray()).toSorted((one, other) => (one.order < other.order ? -1 : 1));
  if (!first || first.due === null || first.dueAt === null) return null;
  return { rule: first.rule, instance: first.instance, duty: first.duty, due: first.due, dueAt: first.dueAt };
};

/** The earliest due date first, then what owes nothing. */
const orderOf = ({ nearestDuty, documentId }: HeldBack): string => `${nearestDuty?.dueAt ?? '~'} ${documentId}`;
