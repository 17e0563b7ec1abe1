import { knownDutiesOfComplaint, type Calendars, type ComplaintEvent } from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { ComplaintView } from './complaints.queries.js';
import { complaints, type ComplaintDocument, type FoldedComplaint } from './complaints.projection.js';

/** A complaint as its document would be, and the last event in it. Holds personal data. */
export type ComplaintNow = ComplaintDocument & Readonly<{ position: number; revision: number }>;

/** Folds a complaint in memory from its events, in order; null where there is none. Throws `calendar-year-missing` and `rulebook-unknown`. */
export const foldComplaint = (
  events: readonly Recorded<ComplaintEvent>[],
  calendars: Calendars,
): ComplaintNow | null => {
  const last = events.at(-1);
  const folded = events.reduce<FoldedComplaint | null>((document, event) => complaints.evolve(document, event), null);
  if (!last || !folded) return null;
  const shown = complaints.show?.(folded, knownDutiesOfComplaint(folded.state, calendars));
  return shown ? { ...shown, position: last.position, revision: last.revision } : null;
};

/** What is shown of it. */
export const complaintViewOf = (complaint: ComplaintNow): ComplaintView => {
  const { complaintId, officeId, facts, row, duties, position, revision } = complaint;
  return { complaintId, officeId, facts, row, duties, position, revision };
};
