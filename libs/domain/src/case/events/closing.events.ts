import type {
  Channel,
  EdsSignature,
  Identification,
  InstantString,
  LocalDate,
  Outcome,
  ResultKind,
  ResultTaker,
} from '../case.types.js';
import { type Fact, plain, type SchemasOf } from '../../event-schema.js';

/** Results, missed duties and the end of a case. */
export type ClosingEvent = ResultIssued | DutyMissed | ApplicationWithdrawn | CaseClosed;

export type ResultIssued = Fact<
  'ResultIssued',
  {
    result: ResultKind;
    channel: Channel;
    /** The next working day where the recipient came off-hours (R-17, A24). */
    issuedOn: LocalDate;
    issuedTo: ResultTaker;
    identification: Identification | null;
    receiptNumber: string | null;
    powerOfAttorneyNumber: string | null;
    /** Of the head of the provider, on the portal. */
    eds: EdsSignature | null;
    issuedBy: string;
  }
>;
/** Recorded once a duty's day is over and it is still owed. */
export type DutyMissed = Fact<
  'DutyMissed',
  { rule: string; paragraph: string; debtor: string; due: LocalDate; dueAt: InstantString }
>;
export type ApplicationWithdrawn = Fact<
  'ApplicationWithdrawn',
  { reason: string; withdrawnOn: LocalDate; outsideOrder: string }
>;
export type CaseClosed = Fact<'CaseClosed', { outcome: Outcome }>;

/** How each of them is written. */
export const closingSchemas: SchemasOf<ClosingEvent | Readonly<{ type: 'CorrectionRecorded' }>> = {
  ResultIssued: plain,
  DutyMissed: plain,
  CorrectionRecorded: plain,
  ApplicationWithdrawn: plain,
  CaseClosed: plain,
};
