import { calendarStream, type CalendarEvent, type CaseEvent, type ComplaintEvent } from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { Join } from '../engine/projection.js';
import { makeTrail, makeTrailAsDecided, type TrailHistories } from './make-trail.js';
import type { Trail, TrailAsDecided } from './trail.js';

/** One document per complaint: its trail as it is, and as it was when it was decided. Holds personal data. */
export type TrailDocument = Readonly<{
  complaintId: string;
  caseId: string;
  officeId: string;
  trail: Trail;
  /** Null until the complaint is decided. */
  decided: TrailAsDecided | null;
}>;

/** The trails of complaints: each joins the events of its complaint, of the case, and the corrections of the calendar. */
export const trails: Join<TrailDocument> = {
  name: 'complaint-trails',
  version: 6,
  streams: ['complaint-', 'case-', calendarStream],
  own: 'complaint-',
  joined: (events) => {
    const caseId = ofStreams<ComplaintEvent>(events, 'complaint-').find(isFiling)?.data.caseId;
    return caseId === undefined ? [] : [`case-${caseId}`, calendarStream];
  },
  make: (events) => {
    const histories = historiesOf(events);
    const trail = makeTrail(histories);
    const filing = trail?.complaint.facts.filing;
    if (!trail || !filing) throw new Error('the complaint was not filed');
    const { complaintId, caseId, officeId } = filing;
    return { complaintId, caseId, officeId, trail, decided: makeTrailAsDecided(histories) };
  },
  indexes: [],
};

const historiesOf = (events: readonly Recorded[]): TrailHistories => ({
  complaint: ofStreams<ComplaintEvent>(events, 'complaint-'),
  case: ofStreams<CaseEvent>(events, 'case-'),
  calendar: ofStreams<CalendarEvent>(events, calendarStream),
});

/** A stream holds the events of its kind; the folds pass over types that they do not know. */
const ofStreams = <E extends CaseEvent | ComplaintEvent | CalendarEvent>(
  events: readonly Recorded[],
  prefix: string,
): readonly Recorded<E>[] =>
  events.filter(({ stream }) => stream.startsWith(prefix)) as readonly unknown[] as readonly Recorded<E>[];

const isFiling = (event: Recorded<ComplaintEvent>) => event.type === 'ComplaintFiled';
