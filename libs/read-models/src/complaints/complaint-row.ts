import {
  complaintStatusOf,
  type Addressee,
  type ComplaintOutcome,
  type ComplaintState,
  type ComplaintStatus,
  type ContestedKind,
  type KnownComplaintDuty,
  type LodgedWith,
  type Medium,
} from '@app/domain';
import { utc } from '../instants.js';
import { dueOrderOf } from '../queries/due-order.js';

/** How the term of consideration stands, but for the time: a running one may be over. */
export type Consideration = 'NOT_BEGUN' | 'RUNNING' | 'KEPT' | 'LATE' | 'SETTLED' | 'PENDING';

/** One complaint as a list shows it. Dates are of the office's zone, instants ISO 8601 in UTC. */
export type ComplaintRow = Readonly<{
  complaintId: string;
  caseId: string;
  officeId: string;
  status: ComplaintStatus;
  addressee: Addressee;
  lodgedWith: LodgedWith;
  medium: Medium;
  kind: ContestedKind;
  receivedOn: string;
  registrationNumber: string | null;
  extended: boolean;
  outcome: ComplaintOutcome | null;
  term: Consideration;
  /** Until when it is to be decided; null before it was registered, and while that is pending. */
  considerationDueAt: string | null;
  filedAt: string;
  updatedAt: string;
  /** The open duty that falls due first; null where nothing is owed. */
  nextDue: Readonly<Pick<KnownComplaintDuty, 'rule' | 'instance' | 'debtor' | 'due' | 'dueAt' | 'pending'>> | null;
}>;

type Folded = Readonly<{ complaintId: string; state: ComplaintState; updatedAt: string }>;

/** The row of a complaint; null before it was filed. */
export const complaintRow = (
  { complaintId, state, updatedAt }: Folded,
  duties: readonly KnownComplaintDuty[],
): ComplaintRow | null => {
  const { filing, moments, dates, registrationNumber } = state;
  const status = complaintStatusOf(state);
  if (filing === null || status === null) return null;
  return {
    complaintId,
    caseId: filing.caseId,
    officeId: filing.officeId,
    status,
    addressee: filing.addressee,
    lodgedWith: filing.lodgedWith,
    medium: filing.medium,
    kind: filing.contested.kind,
    receivedOn: dates.ComplaintFiled ?? '',
    registrationNumber,
    ...considered(state, duties),
    filedAt: instantOr(moments.ComplaintFiled, ''),
    updatedAt,
    nextDue: nextDueOf(duties),
  };
};

const instantOr = (at: string | undefined, otherwise: string): string => (at === undefined ? otherwise : utc(at));

/** How a complaint was considered: its outcome, its term and until when. */
export const considered = (
  state: ComplaintState,
  duties: readonly KnownComplaintDuty[],
): Pick<ComplaintRow, 'extended' | 'outcome' | 'term' | 'considerationDueAt'> => {
  const duty = duties.find(({ trigger }) => trigger.event === 'ComplaintRegistered') ?? null;
  return {
    extended: state.extension !== null,
    outcome: state.decision?.outcome ?? null,
    term: considerationOf(state, duty),
    considerationDueAt: duty?.dueAt ?? null,
  };
};

const considerationOf = (state: ComplaintState, duty: KnownComplaintDuty | null): Consideration => {
  if (state.dates.FavourableActAdopted !== undefined) return 'SETTLED';
  if (duty === null) return 'NOT_BEGUN';
  if (duty.status === 'OPEN') return 'RUNNING';
  if (duty.late === null) return 'PENDING';
  return duty.late ? 'LATE' : 'KEPT';
};

const nextDueOf = (duties: readonly KnownComplaintDuty[]): ComplaintRow['nextDue'] => {
  const open = duties.filter(({ status }) => status === 'OPEN');
  const next = open.reduce<KnownComplaintDuty | null>(
    (first, duty) => (first && dueOrderOf(first) <= dueOrderOf(duty) ? first : duty),
    null,
  );
  return (
    next && {
      rule: next.rule,
      instance: next.instance,
      debtor: next.debtor,
      due: next.due,
      dueAt: next.dueAt,
      pending: next.pending,
    }
  );
};
