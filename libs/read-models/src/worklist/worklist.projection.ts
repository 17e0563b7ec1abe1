import {
  acceptedOnBy,
  isSubmitted,
  maskIin,
  stageOf,
  type CaseStage,
  type CaseStatus,
  type Channel,
  type Duty,
  type Form,
  type Route,
  type SubmittedCase,
} from '@app/domain';
import { caseOfRow } from '../case-view/case-event.js';
import type { CaseFacts } from '../case-view/case-facts.js';
import { caseView, type CaseDerived, type CaseViewDocument } from '../case-view/case-view.projection.js';
import type { Stored, View } from '../engine/projection.js';
import { utc } from '../instants.js';
import { dueOrderOf } from '../queries/due-order.js';
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
  form: Form;
  channel: Channel;
  registrationNumber: string | null;
  /** Empty where it was erased. */
  applicantName: string;
  applicantIinMasked: string;
  dwellingId: string;
  /** Who examined the case last. */
  assignee: string | null;
  /** Null while it is pending. */
  acceptedOn: string | null;
  submittedAt: string;
  updatedAt: string;
  /** The open duty that falls due first; null where nothing is owed. */
  nextDue: Readonly<
    Pick<Duty, 'rule' | 'instance' | 'paragraph' | 'duty' | 'debtor' | 'due' | 'dueAt' | 'pending'>
  > | null;
}>;

/** A row with what it is found and sorted by. Each order ends with the case's id, so that no two rows share a place. */
export type WorklistDocument = Readonly<{
  officeId: string;
  /** What names the case exactly: its id, registration number, applicant's IIN. */
  keys: readonly string[];
  dueOrder: string;
  submittedOrder: string;
  nameOrder: string;
  row: WorklistRow;
}>;

/** One small row per case that was submitted, for lists. */
export const worklist: View<CaseViewDocument, CaseDerived> = {
  name: 'worklist',
  version: 6,
  of: caseView,
  streams: caseView.streams,
  rows: (document, duties) => {
    const { state } = document;
    return isSubmitted(state) ? [found({ ...document, state }, duties)] : [];
  },
  documentOf: (row) => ('row' in row ? caseOfRow(Object(row.row)) : ''),
  indexes: [
    { keys: { dueOrder: 1 } },
    { keys: { officeId: 1, dueOrder: 1 } },
    { keys: { officeId: 1, 'row.status': 1, dueOrder: 1 } },
    { keys: { submittedOrder: 1 } },
    { keys: { officeId: 1, submittedOrder: 1 } },
    { keys: { nameOrder: 1 } },
    { keys: { 'row.stage': 1, 'row.nextDue.debtor': 1 } },
    { keys: { officeId: 1, 'row.stage': 1, 'row.nextDue.debtor': 1 } },
    { keys: { 'row.assignee': 1, 'row.stage': 1 } },
    { keys: { keys: 1 } },
  ],
};

type SubmittedDocument = Stored<CaseViewDocument> & Readonly<{ state: SubmittedCase }>;

/** Sorts after every date. */
const nothingDue = '~';

const found = (document: SubmittedDocument, duties: CaseDerived): WorklistDocument & Readonly<{ id: string }> => {
  const { caseId, state, facts } = document;
  const { name, iin } = applicantOf(facts);
  const row = rowOf(document, { name, iin }, duties);
  return {
    id: caseId,
    officeId: row.officeId,
    keys: [caseId, row.registrationNumber ?? '', iin].filter((key) => key !== '').map(searchable),
    dueOrder: `${row.nextDue ? dueOrderOf(row.nextDue) : nothingDue} ${caseId}`,
    submittedOrder: `${utc(state.application.submittedAt)} ${caseId}`,
    nameOrder: `${searchable(name)} ${caseId}`,
    row,
  };
};

type Applicant = Readonly<{ name: string; iin: string }>;

const applicantOf = ({ application }: CaseFacts): Applicant => ({
  name: unlessErased(application?.applicant.fullName),
  iin: unlessErased(application?.applicant.iin),
});

/** What was erased comes as something else than text. */
const unlessErased = (value: unknown): string => (typeof value === 'string' ? value : '');

const rowOf = (
  { caseId, state, updatedAt, revision }: SubmittedDocument,
  applicant: Applicant,
  duties: CaseDerived,
): WorklistRow => ({
  caseId,
  revision,
  officeId: state.application.officeId,
  status: state.status,
  stage: stageOf(state),
  route: state.application.route,
  form: state.application.form,
  channel: state.application.channel,
  registrationNumber: state.registrationNumber,
  applicantName: applicant.name,
  applicantIinMasked: maskIin(applicant.iin),
  dwellingId: state.application.dwellingId,
  assignee: state.examiners.at(-1) ?? null,
  acceptedOn: acceptedOnOf(state, duties),
  submittedAt: utc(state.application.submittedAt),
  updatedAt,
  nextDue: nextDueOf(duties),
});

/** By the calendar as it is known, where none told it at filing. */
const acceptedOnOf = ({ application }: SubmittedCase, duties: CaseDerived): WorklistRow['acceptedOn'] => {
  const counted = duties.find(({ trigger }) => trigger.event === 'ApplicationSubmitted');
  return counted ? acceptedOnBy(counted) : application.acceptedOn;
};

/** A power that lapses is not owed, and what another term holds is due with that one. */
const nextDueOf = (duties: CaseDerived): WorklistRow['nextDue'] => {
  const open = duties.filter(
    ({ kind, status, heldBy }) => kind === 'OBLIGATION' && status === 'OPEN' && heldBy === null,
  );
  const next = open.reduce<Duty | null>(
    (first, duty) => (first && dueOrderOf(first) <= dueOrderOf(duty) ? first : duty),
    null,
  );
  return (
    next && {
      rule: next.rule,
      instance: next.instance,
      paragraph: next.paragraph,
      duty: next.duty,
      debtor: next.debtor,
      due: next.due,
      dueAt: next.dueAt,
      pending: next.pending,
    }
  );
};
