import {
  evolveCase,
  initialCase,
  isSubmitted,
  knownDutiesOf,
  maskIin,
  stageOf,
  type Calendars,
  type CaseStage,
  type CaseState,
  type CaseStatus,
  type Channel,
  type Duty,
  type Route,
  type SubmittedCase,
  uncorrected,
} from '@app/domain';
import type { Recorded } from '@app/event-store';
import { caseEvent, caseIdOf } from '../case-view/case-event.js';
import type { Projection } from '../engine/projection.js';
import { utc } from '../instants.js';
import { searchable } from './searchable.js';

/** One case as a list shows it: small, the IIN masked. Dates are of the office's zone, instants ISO 8601 in UTC. */
export type WorklistRow = Readonly<{
  caseId: string;
  /** Of its last event: the ETag. */
  revision: number;
  officeId: string;
  status: CaseStatus;
  stage: CaseStage | null;
  route: Route;
  channel: Channel;
  registrationNumber: string | null;
  /** Empty where it was erased. */
  applicantName: string;
  applicantIinMasked: string;
  dwellingId: string;
  /** Who examined the case last. */
  assignee: string | null;
  acceptedOn: string;
  submittedAt: string;
  updatedAt: string;
  /** The open duty that falls due first; null where nothing is owed. */
  nextDue: Readonly<{ rule: string; debtor: Duty['debtor']; due: string; dueAt: string }> | null;
}>;

/** What is folded for a row. */
export type FoldedRow = Readonly<{ caseId: string; state: CaseState; applicant: Applicant; updatedAt: string }>;

/** A row with what it is found and sorted by. Each order ends with the case's id, so that no two rows share a place. */
export type WorklistDocument = FoldedRow &
  Readonly<{
    officeId: string | null;
    /** What names the case exactly: its id, registration number, applicant's IIN. */
    keys: readonly string[];
    /** The orders are empty, and the row null, before submission. */
    dueOrder: string;
    submittedOrder: string;
    nameOrder: string;
    row: Omit<WorklistRow, 'revision'> | null;
    /** With how many corrections of the calendar it was shown. */
    calendar: number;
  }>;

/** One small row per case, for lists. */
export const worklist: Projection<FoldedRow, WorklistDocument> = {
  name: 'worklist',
  version: 2,
  streams: ['case-'],
  idOf: caseIdOf,
  evolve: (document, recorded) => ({
    caseId: caseIdOf(recorded),
    state: evolveCase(document?.state ?? initialCase, caseEvent(recorded)),
    applicant: applicantOf(recorded) ?? document?.applicant ?? { name: '', iin: '' },
    updatedAt: utc(recorded.metadata.recordedAt),
  }),
  show: ({ caseId, state, applicant, updatedAt }, calendars = uncorrected) => {
    const folded = { caseId, state, applicant, updatedAt };
    const calendar = calendars.corrections.length;
    return isSubmitted(state)
      ? { ...found({ ...folded, state }, calendars), calendar }
      : { ...folded, ...notYetFound, calendar };
  },
  byCalendar: true,
  indexes: [
    { keys: { dueOrder: 1 } },
    { keys: { officeId: 1, dueOrder: 1 } },
    { keys: { officeId: 1, 'row.status': 1, dueOrder: 1 } },
    { keys: { submittedOrder: 1 } },
    { keys: { officeId: 1, submittedOrder: 1 } },
    { keys: { nameOrder: 1 } },
    { keys: { keys: 1 } },
  ],
};

type Applicant = Readonly<{ name: string; iin: string }>;
type SubmittedRow = FoldedRow & Readonly<{ state: SubmittedCase }>;

const notYetFound = { officeId: null, keys: [], dueOrder: '', submittedOrder: '', nameOrder: '', row: null };

/** Sorts after every date. */
const nothingDue = '~';

const found = (folded: SubmittedRow, calendars: Calendars): Omit<WorklistDocument, 'calendar'> => {
  const { caseId, state, applicant } = folded;
  const row = rowOf(folded, calendars);
  return {
    ...folded,
    officeId: row.officeId,
    keys: [caseId, row.registrationNumber ?? '', applicant.iin].filter((key) => key !== '').map(searchable),
    dueOrder: `${row.nextDue?.dueAt ?? nothingDue} ${caseId}`,
    submittedOrder: `${utc(state.application.submittedAt)} ${caseId}`,
    nameOrder: `${searchable(applicant.name)} ${caseId}`,
    row,
  };
};

const applicantOf = (recorded: Recorded): Applicant | null => {
  const event = caseEvent(recorded);
  if (event.type !== 'ApplicationSubmitted') return null;
  const { fullName, iin } = event.data.applicant;
  return { name: unlessErased(fullName), iin: unlessErased(iin) };
};

/** What was erased comes as something else than text. */
const unlessErased = (value: unknown): string => (typeof value === 'string' ? value : '');

const rowOf = (
  { caseId, state, applicant, updatedAt }: SubmittedRow,
  calendars: Calendars,
): Omit<WorklistRow, 'revision'> => ({
  caseId,
  officeId: state.application.officeId,
  status: state.status,
  stage: stageOf(state),
  route: state.application.route,
  channel: state.application.channel,
  registrationNumber: state.registrationNumber,
  applicantName: applicant.name,
  applicantIinMasked: maskIin(applicant.iin),
  dwellingId: state.application.dwellingId,
  assignee: state.examiners.at(-1) ?? null,
  acceptedOn: state.application.acceptedOn,
  submittedAt: utc(state.application.submittedAt),
  updatedAt,
  nextDue: nextDueOf(state, calendars),
});

/** A power that lapses is not owed. */
const nextDueOf = (state: CaseState, calendars: Calendars): WorklistRow['nextDue'] => {
  const open = knownDutiesOf(state, calendars).filter(({ kind, status }) => kind === 'OBLIGATION' && status === 'OPEN');
  const next = open.reduce<Duty | null>((first, duty) => (first && first.dueAt <= duty.dueAt ? first : duty), null);
  return next && { rule: next.rule, debtor: next.debtor, due: next.due, dueAt: next.dueAt };
};
