import type {
  Channel,
  EdsSignature,
  Identification,
  InstantString,
  LocalDate,
  Outcome,
  PowerOfAttorney,
  ReopeningCause,
  ResultKind,
  ResultTaker,
} from '../case.types.js';
import { entered, type Fact, plain, type SchemasOf, textsAnd } from '../../event-schema.js';

/** Results, missed duties, the end of a case, and that it goes on after all. */
export type ClosingEvent = ResultIssued | DutyMissed | ApplicationWithdrawn | CaseClosed | CaseReopened;

export type ResultIssued = Fact<
  'ResultIssued',
  {
    result: ResultKind;
    channel: Channel;
    /** The next working day where the recipient came off-hours (R-17, A24); null where that needed a year without calendar. */
    issuedOn: LocalDate | null;
    issuedTo: ResultTaker;
    identification: Identification | null;
    receiptNumber: string | null;
    /** Of a representative; of events of version 1 the number alone is known. */
    powerOfAttorney: PowerOfAttorney | Readonly<{ number: string; notarizedOn: null; notary: null }> | null;
    /** Whose key seals the power of attorney; null where there is none, and in events of version 1. */
    applicantIin: string | null;
    /** Of the head of the provider, on the portal. */
    eds: EdsSignature | null;
    /** Present where the EDS is late by what the installation says. */
    edsNotice: string | null;
    issuedBy: string;
  }
>;
/** Recorded once a duty's day is over and it is still owed. */
export type DutyMissed = Fact<
  'DutyMissed',
  {
    rule: string;
    /** The number of the instalment; null of every other rule, and in events of version 1. */
    instance: number | null;
    paragraph: string;
    debtor: string;
    due: LocalDate;
    dueAt: InstantString;
  }
>;
export type ApplicationWithdrawn = Fact<
  'ApplicationWithdrawn',
  { reason: string; withdrawnOn: LocalDate; outsideOrder: string }
>;
export type CaseClosed = Fact<'CaseClosed', { outcome: Outcome }>;
/**
 * The case goes on, also where it had not been closed yet: with the commission where it is decided anew, with the payment
 * where that was taken back. It holds no words, so none that name a person: they stand with what ordered it.
 */
export type CaseReopened = Fact<
  'CaseReopened',
  {
    cause: ReopeningCause;
    /** The complaint that the decision or the ruling was made on; null where no complaint reopened it. */
    complaintId: string | null;
    /** The day by which it must be decided anew; null where nobody set one. */
    carryOutBy: LocalDate | null;
    /** The legal day: that of the decision on the complaint, of the ruling, or on which the payment was taken back. */
    reopenedOn: LocalDate;
  }
>;

/** The first results named the number of a power of attorney alone. */
const withPower = ({ powerOfAttorneyNumber = null, ...data }: { powerOfAttorneyNumber?: unknown }): object => ({
  powerOfAttorney:
    powerOfAttorneyNumber === null ? null : { number: powerOfAttorneyNumber, notarizedOn: null, notary: null },
  applicantIin: null,
  edsNotice: null,
  ...data,
});

/** How each of them is written. */
export const closingSchemas: SchemasOf<ClosingEvent | Readonly<{ type: 'CorrectionRecorded' }>> = {
  ResultIssued: {
    version: 2,
    personal: [
      ...entered('receiptNumber', 'eds.certificateSerial'),
      { at: 'powerOfAttorney', subject: 'applicantIin' },
      { at: 'applicantIin', subject: 'applicantIin' },
    ],
    correctable: {
      issuedOn: 'OWN_DAY',
      receiptNumber: 'TEXT',
      'eds.certificateSerial': 'TEXT',
      'eds.signedAt': 'MOMENT',
      'powerOfAttorney.number': 'TEXT',
      'powerOfAttorney.notarizedOn': 'DAY',
      'powerOfAttorney.notary': 'TEXT',
    },
    upcasts: { 1: withPower },
  },
  DutyMissed: { version: 2, personal: [], upcasts: { 1: (data) => ({ instance: null, ...data }) } },
  CorrectionRecorded: {
    version: 2,
    personal: [
      { at: 'subject', subject: 'applicantIin' },
      { at: 'was', subject: 'applicantIin' },
      { at: 'is', subject: 'applicantIin' },
      { at: 'reason', subject: 'applicantIin' },
      { at: 'values.*.was', subject: 'applicantIin' },
      { at: 'values.*.is', subject: 'applicantIin' },
      { at: 'applicantIin', subject: 'applicantIin' },
    ],
    upcasts: { 1: (data) => ({ values: [], applicantIin: null, ...data }) },
  },
  ApplicationWithdrawn: textsAnd({ withdrawnOn: 'OWN_DAY' }, 'reason'),
  CaseClosed: plain,
  CaseReopened: plain,
};
