import type { InstantString, LocalDate } from '../case/case.types.js';
import type { EntryOf } from '../corrections/corrected-value.js';
import type { MissedDuty } from '../duties/duty.js';
import type { ComplaintEvent, ComplaintFiled } from './complaint.events.js';
import type {
  ComplaintEffect,
  ComplaintOutcome,
  ComplaintStatus,
  ExtensionGround,
  OrderCause,
} from './complaint.types.js';

/** What a complaint was filed with, less every name, number and address of a person. */
export type FilingState = Readonly<
  Pick<
    ComplaintFiled['data'],
    | 'complaintId'
    | 'caseId'
    | 'officeId'
    | 'zone'
    | 'rulebook'
    | 'addressee'
    | 'lodgedWith'
    | 'medium'
    | 'contested'
    | 'filingTermNotice'
    | 'contestedNotice'
  > & {
    /** Whether its registration is owed by a day (A32). */
    registrationOwed: boolean;
  }
>;

/** A fact of a complaint as it is known now, and when it was entered. */
export type ComplaintEntry = EntryOf<ComplaintEvent>;

/**
 * What decisions and duties know of a complaint: plain JSON, folded from its events by `evolveComplaint`; without personal data, but
 * for its `history`.
 */
export type ComplaintState = Readonly<{
  filing: FilingState | null;
  /** When each thing happened last; absent until then. */
  moments: Readonly<Partial<Record<ComplaintEvent['type'], InstantString>>>;
  /** When each was first entered: what was known of the calendar by then counts for what it ended. */
  entered: Readonly<Partial<Record<ComplaintEvent['type'], InstantString>>>;
  /** The local day of each fact that starts or ends a duty; absent until then. */
  dates: Readonly<Partial<Record<ComplaintEvent['type'], LocalDate>>>;
  registrationNumber: string | null;
  extension: Readonly<{ ground: ExtensionGround; workingDays: number; reasons: string }> | null;
  decision: Readonly<{ outcome: ComplaintOutcome; effect: ComplaintEffect | null }> | null;
  /** For what last ordered that the case be decided anew, by which day; null where it named none. */
  ordered: Readonly<Partial<Record<OrderCause, Readonly<{ carryOutBy: LocalDate | null }>>>>;
  /** Duties recorded as missed, each with the day it was due. */
  missed: readonly MissedDuty[];
  /** Days that were set right; why is sealed, and stands with the corrections that are shown. */
  corrections: readonly Readonly<{ fact: ComplaintEvent['type']; was: LocalDate; is: LocalDate; reason: null }>[];
  /** Every event so far as it is known now, in order. Holds personal data. */
  history: readonly ComplaintEntry[];
}>;

/** A complaint of which nothing is known yet. */
export const initialComplaint: ComplaintState = {
  filing: null,
  moments: {},
  entered: {},
  dates: {},
  registrationNumber: null,
  extension: null,
  decision: null,
  ordered: {},
  missed: [],
  corrections: [],
  history: [],
};

/** A complaint that has been filed. */
export type FiledComplaint = ComplaintState & Readonly<{ filing: FilingState }>;

/** Whether a complaint has been filed. */
export const isFiled = (state: ComplaintState): state is FiledComplaint => state.filing !== null;

/** Where a complaint stands; null before it was filed. */
export const complaintStatusOf = ({ filing, moments }: ComplaintState): ComplaintStatus | null => {
  if (filing === null) return null;
  const last = furthestFirst.find(([type]) => moments[type] !== undefined);
  return last?.[1] ?? 'FILED';
};

/** Whether it was sent on by the provider: lodged with it, addressed to another body (A19). */
export const isToBeForwarded = ({ addressee, lodgedWith }: FilingState): boolean =>
  lodgedWith === 'PROVIDER' && addressee !== 'PROVIDER_HEAD';

const furthestFirst = [
  ['CourtRulingRecorded', 'RULED'],
  ['CourtAppealFiled', 'IN_COURT'],
  ['FavourableActAdopted', 'SETTLED'],
  ['ComplaintDecided', 'DECIDED'],
  ['ComplaintRegistered', 'REGISTERED'],
  ['ComplaintForwarded', 'FORWARDED'],
] as const;
