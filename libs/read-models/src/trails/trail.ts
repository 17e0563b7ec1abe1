import type { CaseChange, HistoryPoint } from '@app/domain';
import type { DutyView } from '../case-view/case-view.projection.js';
import type { CaseView } from '../case-view/case-view.queries.js';
import type { ComplaintView } from '../complaints/complaints.queries.js';
import type { TimelineEntry } from '../timeline/timeline.projection.js';
import type { TrailActor } from './actors.js';

/** A case at a point of its history; `shown` is null where it was not there yet. */
export type TrailSide = Readonly<{
  point: HistoryPoint;
  /** The revisions that stand at the point, and those of them whose clock went back. */
  revisions: readonly number[];
  clockWentBackAt: readonly number[];
  shown: Omit<CaseView, 'state'> | null;
}>;

/** How far a stream went into a trail: its last event, by which the log's own hash chain vouches for all before it; null for none. */
export type TrailSource = Readonly<{ revision: number; position: number; hash: string }>;

/**
 * What whoever judges a complaint needs to know, up to a position of the log: the complaint, its case at the contested
 * moment, what is owed and what changed since, who acted. Follows from the log alone. Holds personal data.
 */
export type Trail = Readonly<{
  complaint: ComplaintView;
  /** The complaint's own events, in order. */
  events: readonly TimelineEntry[];
  /** The moment that the complaint is about, ISO 8601. */
  contestedAt: string;
  /** The case as it stood in the log at that moment. */
  known: TrailSide;
  /** The case as it was at that moment, as far as it is known. */
  effective: TrailSide;
  /** The duties of the case as it is known. */
  duties: readonly DutyView[];
  /** What was entered in the case since it was as known at that moment, and what is different. */
  happened: readonly TimelineEntry[];
  changes: readonly CaseChange[];
  actors: readonly TrailActor[];
  madeFrom: Readonly<{ complaint: TrailSource; case: TrailSource | null; calendarCorrections: number }>;
}>;

/** The trail of a complaint as it was when the complaint was decided, or its demands were met in full: never changes. */
export type TrailAsDecided = Trail &
  Readonly<{
    /** When that was recorded, ISO 8601, and its position: the trail holds the log up to there. */
    decidedAt: string;
    decidedPosition: number;
  }>;
