import { isDuplicate } from '@app/mongo';
import type { Collection, Db } from 'mongodb';
import { openCollection } from '../engine/fillings.js';
import { collectionOf, type Projection } from '../engine/projection.js';
import type { Comparison } from '../engine/rebuild/compare.js';
import type { Tally } from '../engine/tally.js';
import type { Trail, TrailAsDecided } from './trail.js';

/** The trails, told like a projection: a changed trail gets a new version. A document is made of two streams and the calendar. */
export const trails = {
  name: 'complaint-trails',
  version: 1,
  streams: ['complaint-', 'case-', 'calendar-'],
} as const satisfies Pick<Projection, 'name' | 'version' | 'streams'>;

/** One document per complaint: its trail as it is, and as it was when it was decided. Holds personal data. */
export type TrailDocument = Readonly<{
  complaintId: string;
  caseId: string;
  officeId: string;
  trail: Trail;
  /** Null until the complaint is decided. */
  decided: TrailAsDecided | null;
}>;

/** As it is stored: `position` is that of the last event in it; it holds everything of its streams and the calendar up to there. */
export type StoredTrail = TrailDocument & Readonly<{ _id: string; position: number; tally: Tally }>;

/** How far the log is in the trails. */
export type TrailMark = Readonly<{
  _id: string;
  /** Everything up to here is in the trails. */
  position: number;
  /** What was recorded before this instant (ISO 8601) is in them; absent until that is known. */
  asOf?: string | undefined;
  /** Whether the end of the log had been reached. */
  caughtUp: boolean;
  /** What the last rebuild found different. */
  comparison?: Comparison;
}>;

/** Where trails are kept. */
export const trailsOf = (database: Db): Collection<StoredTrail> => openCollection<StoredTrail>(database, trails);

const marksOf = (database: Db): Collection<TrailMark> => database.collection<TrailMark>('trail-marks');

/** Null before the first event. */
export const loadMark = (database: Db): Promise<TrailMark | null> =>
  marksOf(database).findOne({ _id: collectionOf(trails) });

/** Moves the mark forward, never back: another process may be further on. */
export const moveMark = async (database: Db, reached: Omit<TrailMark, '_id' | 'comparison'>): Promise<void> => {
  const filter = { _id: collectionOf(trails), position: { $lte: reached.position } };
  try {
    await marksOf(database).updateOne(filter, { $set: reached }, { upsert: true });
  } catch (error) {
    // A mark that is further on refuses the upsert as a duplicate.
    if (!isDuplicate(error)) throw error;
  }
};

/** Keeps what a rebuild found different. */
export const noteComparison = async (database: Db, comparison: Comparison): Promise<void> => {
  await marksOf(database).updateOne({ _id: collectionOf(trails) }, { $set: { comparison } });
};

/** Sees to the indexes. */
export const createTrailIndexes = async (database: Db): Promise<void> => {
  await trailsOf(database).createIndexes([{ key: { caseId: 1 } }]);
};
