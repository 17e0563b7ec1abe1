import { dutiesOf, evolveCase, initialCase, stageOf, type CaseStage, type CaseState, type Duty } from '@app/domain';
import { caseEvent, caseIdOf } from '../case-view/case-event.js';
import type { Projection } from '../engine/projection.js';

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
  debtor: Duty['debtor'];
  creditor: Duty['creditor'];
  triggeredOn: string;
  nominalDue: string;
  due: string;
  dueAt: string;
  outcome: DutyOutcome;
  dischargedOn: string | null;
}>;

/** What the rows of a case are made of. */
export type CaseDeadlines = Readonly<{ caseId: string; state: CaseState }>;

/** One row per duty that a case has had; a power that lapses is nobody's duty and has none. */
export const deadlineBoard: Projection<CaseDeadlines> = {
  name: 'deadline-board',
  version: 1,
  streams: ['case-'],
  idOf: caseIdOf,
  evolve: (document, recorded) => ({
    caseId: caseIdOf(recorded),
    state: evolveCase(document?.state ?? initialCase, caseEvent(recorded)),
  }),
  rows: (document) =>
    dutiesOf(document.state)
      .filter(({ kind }) => kind === 'OBLIGATION')
      .map((duty) => deadlineRow(document, duty)),
  indexes: [
    { keys: { outcome: 1, order: 1 } },
    { keys: { officeId: 1, outcome: 1, order: 1 } },
    { keys: { rule: 1, outcome: 1, order: 1 } },
  ],
};

/** A row with its id, and the order of the board: what is due first first, no two alike. */
export type StoredDeadline = DeadlineRow & Readonly<{ id: string; order: string }>;

const deadlineRow = ({ caseId, state }: CaseDeadlines, duty: Duty): StoredDeadline => {
  const id = `${caseId}/${duty.rule}`;
  return {
    id,
    order: `${duty.dueAt} ${id}`,
    caseId,
    registrationNumber: state.registrationNumber,
    officeId: state.application?.officeId ?? '',
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
    outcome: outcomeOf(duty),
    dischargedOn: duty.dischargedOn,
  };
};

const outcomeOf = ({ status, late }: Duty): DutyOutcome => {
  if (status !== 'DISCHARGED') return status;
  return late ? 'LATE' : 'KEPT';
};
