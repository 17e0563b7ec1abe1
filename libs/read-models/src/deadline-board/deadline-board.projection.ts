import {
  dutyKey,
  isMissed,
  isSubmitted,
  stageOf,
  type CaseStage,
  type KnownDuty,
  type Pending,
  type SubmittedCase,
} from '@app/domain';
import { caseOfRow } from '../case-view/case-event.js';
import { caseView, type CaseDerived, type CaseViewDocument } from '../case-view/case-view.projection.js';
import type { View } from '../engine/projection.js';
import { dueOrderOf } from '../queries/due-order.js';
import { trackRecord, type TrackRecord } from './track-record.js';

/** How a duty stands: still owed, done in time, done after it was due, or owed no more; pending where no calendar tells its day. */
export type DutyOutcome = 'OPEN' | 'KEPT' | 'LATE' | 'FALLEN_AWAY' | 'PENDING';

/** One duty of one case, as the deadline board shows it. Dates are of the office's zone, `dueAt` is UTC. */
export type DeadlineRow = Readonly<{
  caseId: string;
  registrationNumber: string | null;
  officeId: string;
  stage: CaseStage | null;
  rule: string;
  /** Which one, where a rule is owed several times: the number of the instalment; else null. */
  instance: number | null;
  paragraph: string;
  duty: string;
  debtor: KnownDuty['debtor'];
  creditor: KnownDuty['creditor'];
  triggeredOn: string;
  nominalDue: string | null;
  due: string | null;
  dueAt: string | null;
  /** Why there is no due date yet; null where there is one. */
  pending: Pending | null;
  /** When it was due before a correction of the calendar moved it; null where none has. */
  movedFrom: string | null;
  /** Whether it is recorded that it was missed on the day on which it is due, and is not known by now to have been kept. */
  missed: boolean;
  outcome: DutyOutcome;
  dischargedOn: string | null;
}>;

/** The same, with the case that holds the dwelling of a reopened case by now, and that it waits for; null where none does. */
export type BoardRow = DeadlineRow & Readonly<{ dwellingHeldBy: string | null }>;

/**
 * One row per term that a case has had; a power that lapses is nobody's duty and has none, and what another term holds is a part of that one
 * (docs/law/rules.md, A35).
 */
export const deadlineBoard: View<CaseViewDocument, CaseDerived> = {
  name: 'deadline-board',
  version: 7,
  of: caseView,
  streams: caseView.streams,
  rows: ({ caseId, state }, duties) =>
    isSubmitted(state)
      ? shownOf(duties.filter(({ kind, heldBy }) => kind === 'OBLIGATION' && heldBy === null)).map((duty) =>
          deadlineRow(caseId, state, duty),
        )
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
export type StoredDeadline = DeadlineRow &
  TrackRecord &
  Readonly<{
    id: string;
    order: string;
    watched: string;
    /** The dwelling that a reopened case holds again, unless another case does by now; null for all others. */
    dwellingToHold: string | null;
  }>;

/** Duties of one rule that are pending (instalments 3, 4 … of R-98) are one row: the first of them stands for all that wait for calendars. */
const shownOf = (duties: readonly KnownDuty[]): readonly KnownDuty[] =>
  duties.filter((duty) => !isWaiting(duty) || duty === duties.find((one) => isWaiting(one) && one.rule === duty.rule));

const isWaiting = (duty: KnownDuty): boolean => outcomeOf(duty) === 'PENDING';

const deadlineRow = (caseId: string, state: SubmittedCase, duty: KnownDuty): StoredDeadline => {
  const id = `${caseId}/${dutyKey(duty)}`;
  const order = `${dueOrderOf(duty)} ${id}`;
  const { officeId, route, form } = state.application;
  const outcome = outcomeOf(duty);
  const missed = isMissed(duty, state.missed);
  return {
    id,
    order,
    watched: outcome === 'OPEN' && !missed ? order : '',
    caseId,
    registrationNumber: state.registrationNumber,
    officeId,
    stage: stageOf(state),
    rule: duty.rule,
    instance: duty.instance,
    paragraph: duty.paragraph,
    duty: duty.duty,
    debtor: duty.debtor,
    creditor: duty.creditor,
    triggeredOn: duty.trigger.on,
    nominalDue: duty.nominalDue,
    due: duty.due,
    dueAt: duty.dueAt,
    pending: duty.pending,
    movedFrom: duty.moved?.wasDue ?? null,
    missed,
    outcome,
    dischargedOn: duty.dischargedOn,
    dwellingToHold: dwellingToHold(state),
    ...trackRecord({ rule: duty.rule, officeId, route, form }, duty, outcome),
  };
};

const dwellingToHold = (state: SubmittedCase): string | null =>
  state.reopenings.length > 0 && stageOf(state) !== 'CLOSED' ? state.application.dwellingId : null;

const outcomeOf = ({ status, pending, late }: KnownDuty): DutyOutcome => {
  if (status === 'DISCHARGED' && late !== null) return late ? 'LATE' : 'KEPT';
  if (pending !== null && status !== 'FALLEN_AWAY') return 'PENDING';
  return status === 'DISCHARGED' ? 'KEPT' : status;
};
