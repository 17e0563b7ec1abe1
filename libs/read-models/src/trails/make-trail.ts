import {
  calendarDecider,
  calendarsOf,
  caseChanges,
  caseEventTold,
  clockWentBackAt,
  complaintEventTold,
  contestedMoment,
  eventsAt,
  initialCase,
  type CalendarEvent,
  type Calendars,
  type CaseEvent,
  type ComplaintEvent,
  type ComplaintState,
  type HistoryPoint,
} from '@app/domain';
import type { Recorded } from '@app/event-store';
import { dutyView } from '../case-view/case-view.projection.js';
import { caseViewOf, foldCase, type CaseThen } from '../case-view/fold-case.js';
import { complaintViewOf, foldComplaint } from '../complaints/fold-complaint.js';
import { entryOf } from '../timeline/timeline.projection.js';
import { actorsOf } from './actors.js';
import type { Trail, TrailAsDecided, TrailSide, TrailSource } from './trail.js';

/** What a trail is made from: the events of a complaint, of its case, and of the calendar, each in the order of its stream. */
export type TrailHistories = Readonly<{
  complaint: readonly Recorded<ComplaintEvent>[];
  case: readonly Recorded<CaseEvent>[];
  calendar: readonly Recorded<CalendarEvent>[];
}>;

/** The same as the log held them up to a position, inclusive. */
export const upTo = ({ complaint, case: ofCase, calendar }: TrailHistories, position: number): TrailHistories => ({
  complaint: complaint.filter((event) => event.position <= position),
  case: ofCase.filter((event) => event.position <= position),
  calendar: calendar.filter((event) => event.position <= position),
});

/** Makes the trail of a complaint; null before it was filed. Pure. Throws `calendar-year-missing` and `rulebook-unknown`. */
export const makeTrail = (histories: TrailHistories): Trail | null => {
  const calendars = calendarsFrom(histories.calendar);
  const complaint = foldComplaint(histories.complaint, calendars);
  const last = histories.complaint.at(-1);
  if (!last || !complaint) return null;
  const after = foldCase(histories.case, { calendars });
  const duties = after?.duties ?? [];
  const contestedAt = contestedAtOf(complaint.state, duties);
  if (contestedAt === null) return null;
  return {
    complaint: complaintViewOf(complaint),
    events: histories.complaint.map((event) => entryOf(event, complaintEventTold(event))),
    contestedAt,
    effective: effectiveSide(histories, calendars, contestedAt),
    duties: duties.map(dutyView),
    ...knownAndSince(histories, calendars, { after, contestedAt }),
    actors: actorsOf(histories.case, histories.complaint),
    madeFrom: {
      complaint: sourceOf(last),
      case: histories.case.slice(-1).map(sourceOf)[0] ?? null,
      calendarCorrections: calendars.changes.length,
    },
  };
};

/** Makes it from the log as it was when the complaint was decided, or its demands met in full; null until then. Pure. Throws what `makeTrail` throws. */
export const makeTrailAsDecided = (histories: TrailHistories): TrailAsDecided | null => {
  const decided = histories.complaint.find(({ type }) => ends.has(type));
  const trail = decided ? makeTrail(upTo(histories, decided.position)) : null;
  return decided && trail
    ? { ...trail, decidedAt: decided.metadata.recordedAt, decidedPosition: decided.position }
    : null;
};

/** What a complaint ends with; what a court says comes after. */
const ends: ReadonlySet<ComplaintEvent['type']> = new Set(['ComplaintDecided', 'FavourableActAdopted']);

/** By the day and the words that are right; null before it was filed. */
const contestedAtOf = ({ filing, moments }: ComplaintState, duties: CaseThen['duties']): string | null => {
  const filedAt = moments.ComplaintFiled;
  return filing === null || filedAt === undefined ? null : contestedMoment(filing, duties, filedAt);
};

const calendarsFrom = (events: TrailHistories['calendar']): Calendars =>
  calendarsOf(events.reduce(calendarDecider.evolve, calendarDecider.initial).changes);

/** The case as it stood in the log at the contested moment, and what is different now. */
const knownAndSince = (
  { case: events }: TrailHistories,
  calendars: Calendars,
  { after, contestedAt }: Readonly<{ after: CaseThen | null; contestedAt: string }>,
): Pick<Trail, 'known' | 'happened' | 'changes'> => {
  const point = { kind: 'RECORDED', at: contestedAt } as const;
  const then = eventsAt(events, point);
  const known = foldCase(then, { calendars, at: contestedAt });
  return {
    known: sideOf(point, then, known),
    happened: events.slice(then.length).map((event) => entryOf(event, caseEventTold(event))),
    changes: caseChanges(known?.state ?? initialCase, after?.state ?? initialCase),
  };
};

const effectiveSide = (histories: TrailHistories, calendars: Calendars, contestedAt: string): TrailSide => {
  const point = { kind: 'EFFECTIVE', effectiveAt: contestedAt, knownAt: latestOf(histories) } as const;
  const events = eventsAt(histories.case, point);
  return sideOf(point, events, foldCase(events, { calendars }));
};

/** The latest moment at which anything of them was recorded: by then all of it was known. */
const latestOf = ({ complaint, case: ofCase, calendar }: TrailHistories): string => {
  const recorded = [...complaint, ...ofCase, ...calendar].map(({ metadata }) => Date.parse(metadata.recordedAt));
  return new Date(recorded.reduce((latest, at) => Math.max(latest, at), 0)).toISOString();
};

const sideOf = (point: HistoryPoint, events: readonly Recorded<CaseEvent>[], then: CaseThen | null): TrailSide => ({
  point,
  revisions: events.map(({ revision }) => revision),
  clockWentBackAt: clockWentBackAt(events),
  shown: then && withoutState(caseViewOf(then)),
});

const withoutState = ({ state: _state, ...shown }: ReturnType<typeof caseViewOf>): TrailSide['shown'] => shown;

const sourceOf = ({ revision, position, metadata }: Recorded): TrailSource => ({
  revision,
  position,
  hash: metadata.hash,
});
