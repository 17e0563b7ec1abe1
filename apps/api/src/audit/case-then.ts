import { caseAt, type CaseAt, type CaseHistory } from '@app/application';
import type { CaseThenDto, SinceDto, TimelineEntryDto } from '@app/contracts';
import {
  clockWentBackAt,
  standingOf,
  caseChanges,
  dutyChanges,
  initialCase,
  type HistoryPoint,
  type CaseState,
  type KnownDuty,
} from '@app/domain';
import { caseViewOf, foldCase, inPlainWords, type CaseThen, type CaseView, type DutyView } from '@app/read-models';
import type { Recorded } from '@app/event-store';
import { caseAnswer, dutyAnswer, type Reader } from '../casework/case-answer.js';
import { seenCase } from '../http/access/persons.js';
import type { QueryRequest } from '../http/query-request.js';
import { pointAnswer } from './points.js';

/** A case at a point of its history, for a reader; `now` is the moment of looking. Throws `UndecodableEvent`. */
export const caseThen = (
  history: CaseHistory,
  point: HistoryPoint,
  { looking, now }: Pick<QueryRequest, 'looking' | 'now'>,
): CaseThenDto => {
  const at = caseAt(history, point);
  const then = foldedAt(history, at);
  const view = then && caseViewOf(then);
  const sees = looking.at(seenCase(history.caseId, view?.facts ?? null));
  const reader = { sees, now: at.moment?.asOf ?? now };
  return {
    caseId: history.caseId,
    point: pointAnswer(point),
    ...caseThenAnswer(view, reader),
    revisions: at.events.map(({ revision }) => revision),
    clockWentBackAt: clockWentBackAt(at.events),
  };
};

/** A case as it was folded to a point; null where it was not there yet. Throws `UndecodableEvent`. */
const foldedAt = ({ calendars }: CaseHistory, { events, moment }: CaseAt): CaseThen | null =>
  foldCase(events, { calendars, at: moment?.knownAt });

type Told = Pick<CaseThenDto, 'asOf' | 'revision' | 'position' | 'status' | 'stage' | 'duties' | 'case'>;

type ShownCase = Omit<CaseView, 'state'>;

/** A case as it was at a point; nothing but the moment where it was not there yet. */
export const caseThenAnswer = (then: ShownCase | null, reader: Reader): Told => {
  const asOf = reader.now;
  if (!then) return { asOf, revision: null, position: null, status: null, stage: null, duties: [], case: null };
  const { revision, position, status, stage } = then;
  const duties = then.duties.map((duty) => dutyThenAnswer(duty, asOf));
  return { asOf, revision, position, status, stage, duties, case: factsAnswer(then, reader) };
};

const factsAnswer = (then: ShownCase, reader: Reader): CaseThenDto['case'] => {
  const answer = caseAnswer({ ...then, officeId: then.officeId ?? '' }, reader);
  if (!answer) return null;
  const { duties: _duties, ...facts } = answer;
  return facts;
};

/** A duty as it stood at a moment. */
export const dutyThenAnswer = (duty: DutyView, at: string): CaseThenDto['duties'][number] => ({
  ...dutyAnswer(duty, at),
  standing: standingOf(duty, at),
});

/** A case at a point, for comparing it with another. */
export type Side = Readonly<{
  events: CaseAt['events'];
  asOf: string;
  state: CaseState;
  duties: readonly KnownDuty[];
}>;

/** A case at a point; of nothing where it was not there yet. Throws `UndecodableEvent`. */
export const sideOf = (history: CaseHistory, point: HistoryPoint): Side => {
  const at = caseAt(history, point);
  const { state, duties } = foldedAt(history, at) ?? { state: initialCase, duties: [] };
  return { events: at.events satisfies readonly Recorded[], asOf: at.moment?.asOf ?? '', state, duties };
};

/** What happened between two points, the earlier of which is the beginning of the other, and what is different. */
export const differenceOf = (before: Side, after: Side): SinceDto => ({
  happened: after.events.slice(before.events.length).map((event) => happenedAnswer(event, inPlainWords(event))),
  changes: caseChanges(before.state, after.state),
  duties: dutyChanges(before, after),
});

/** An event and what it says in words, with who, when and where; no personal data. */
const happenedAnswer = (event: Recorded, what: string): TimelineEntryDto => {
  const { id: eventId, revision, position, type, metadata } = event;
  const { actor, onBehalfOf, office, recordedAt, effectiveAt } = metadata;
  return { eventId, revision, position, type, what, actor, onBehalfOf, office, recordedAt, effectiveAt };
};
