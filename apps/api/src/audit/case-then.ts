import { caseAt, type CaseAt, type CaseHistory } from '@app/application';
import type { CaseThenDto, SinceDto } from '@app/contracts';
import {
  clockWentBackAt,
  standingOf,
  caseChanges,
  caseEventTold,
  dutyChanges,
  initialCase,
  type HistoryPoint,
  type CaseState,
  type KnownDuty,
  type Language,
} from '@app/domain';
import { caseViewOf, foldCase, type CaseThen, type CaseView, type DutyView } from '@app/read-models';
import type { Recorded } from '@app/event-store';
import { caseAnswer, dutyAnswer, type Reader } from '../casework/case-answer.js';
import { happenedAnswer } from '../casework/entry-answer.js';
import { seenCase } from '../http/access/persons.js';
import type { QueryRequest } from '../http/query-request.js';
import { pointAnswer } from './points.js';

/** A case at a point of its history, for a reader; `now` is the moment of looking. Throws `UndecodableEvent`. */
export const caseThen = (
  history: CaseHistory,
  point: HistoryPoint,
  { looking, now, language }: Pick<QueryRequest, 'looking' | 'now' | 'language'>,
): CaseThenDto => {
  const at = caseAt(history, point);
  const then = foldedAt(history, at);
  const view = then && caseViewOf(then);
  const sees = looking.at(seenCase(history.caseId, view?.facts ?? null));
  const reader = { sees, now: at.moment?.asOf ?? now, language };
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
  const duties = then.duties.map((duty) => dutyThenAnswer(duty, reader));
  return { asOf, revision, position, status, stage, duties, case: factsAnswer(then, reader) };
};

const factsAnswer = (then: ShownCase, reader: Reader): CaseThenDto['case'] => {
  const answer = caseAnswer({ ...then, officeId: then.officeId ?? '' }, reader);
  if (!answer) return null;
  const { duties: _duties, ...facts } = answer;
  return facts;
};

/** A duty as it stood at a moment. */
export const dutyThenAnswer = (duty: DutyView, reader: Omit<Reader, 'sees'>): CaseThenDto['duties'][number] => ({
  ...dutyAnswer(duty, reader),
  standing: standingOf(duty, reader.now),
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
export const differenceOf = (before: Side, after: Side, language: Language): SinceDto => ({
  happened: after.events
    .slice(before.events.length)
    .map((event) => happenedAnswer(event, caseEventTold(event)[language])),
  changes: caseChanges(before.state, after.state),
  duties: dutyChanges(before, after, language),
});
