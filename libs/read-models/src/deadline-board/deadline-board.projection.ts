import { isMissed, isSubmitted, stageOf, type CaseStage, type KnownDuty, type SubmittedCase } from '@app/domain';
import { caseOfRow } from '../case-view/case-event.js';
import { caseView, type CaseDerived, type CaseViewDocument } from '../case-view/case-view.projection.js';
import type { View } from '../engine/projection.js';
import { trackRecord, type TrackRecord } from './track-record.js';

/** How a duty stands: still owed, done in time, done after it was due, or owed no more. */
export type DutyOutcome = 'OPEN' | 'KEPT' | 'LATE' | 'FALLEN_AWAY';

/** One duty of one case, as the deadline board shows it. Dates are of the office's zone, `dueAt` is UTC. */
export type DeadlineRow = Readonly<{
  caseId: string;
  registrationNumber: string | null;
  officeId: string;
  stage: CaseStage | null;
  rule: string;
  paragraph: string;
  duty: string;
  debtor: KnownDuty['debtor'];
  creditor: KnownDuty['creditor'];
  triggeredOn: string;
  nominalDue: string;
  due: string;
  dueAt: string;
  /** When it was due before a correction of the calendar moved it; null where none has. */
  movedFrom: string | null;
  /** Whether it is recorded that it was missed on the day on which it is due, and is not known by now to have been kept. */
  missed: boolean;
  outcome: DutyOutcome;
  dischargedOn: string | null;
}>;

/** One row per duty that a case has had; a power that lapses is nobody's duty and has none. */
export const deadlineBoard: View<CaseViewDocument, CaseDerived> = {
  name: 'deadline-board',
  version: 5,
  of: caseView,
  streams: caseView.streams,
  rows: ({ caseId, state }, duties) =>
    isSubmitted(state)
      ? duties.filter(({ kind }) => kind === 'OBLIGATION').map((duty) => deadlineRow(caseId, state, duty))
      : [],
  documentOf: caseOfRow,
  indexes: [
    { keys: { outcome: 1, order: 1 } },
    { keys: { officeId: 1, outcome: 1, order: 1 } },
    { keys: { rule: 1, outcome: 1, order: 1 } },
    { keys: { paragraph: 1, outcome: 1, order: 1 } },
    { keys: { missed: 1, order: 1 } },
    { keys: { watched: 1 } },
    { keys: { endedOn: 1, record: 1 } },
  ],
};

/**
 * A row with its id, and the order of the board: the earliest due date first, no two alike. `watched` is the same order while the
 * row is owed and not recorded as missed, and empty otherwise.
 */
export type StoredDeadline = DeadlineRow & TrackRecord & Readonly<{ id: string; order: string; watched: string }>;

const deadlineRow = (caseId: string, state: SubmittedCase, duty: KnownDuty): StoredDeadline => {
  const id = `${caseId}/${duty.rule}`;
  const order = `${duty.dueAt} ${id}`;
  const { officeId, route, form } = state.application;
  const outcome = outcomeOf(duty);
  const missed = isMissed(duty, state.missed);
  return {
    id,
    order,
    watched: duty.status === 'OPEN' && !missed ? order : '',
    caseId,
    registrationNumber: state.registrationNumber,
    officeId,
    stage: stageOf(state),
    rule: duty.rule,
    paragraph: duty.paragraph,
    duty: duty.duty,
    debtor: duty.debtor,
    creditor: duty.creditor,
    triggeredOn: duty.trigger.on,
    nominalDue: duty.nominalDue,
    due: duty.due,
    dueAt: duty.dueAt,
    movedFrom: duty.moved?.wasDue ?? null,
    missed,
    outcome,
    dischargedOn: duty.dischargedOn,
    ...trackRecord({ rule: duty.rule, officeId, route, form }, duty, outcome),
  };
};

const outcomeOf = ({ status, late }: KnownDuty): DutyOutcome => {
  if (status !== 'DISCHARGED') return status;
  return late ? 'LATE' : 'KEPT';
};
