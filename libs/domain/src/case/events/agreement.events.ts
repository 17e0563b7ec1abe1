import type { EdsSignature, Instalment, LocalDate, Medium, Overpayment, Party, Tiyn } from '../case.types.js';
import { entered, type Fact, type SchemasOf } from '../../event-schema.js';

/** The agreement and its payment (paras 8, 9). */
export type AgreementEvent = AgreementOffered | AgreementSigned | PaymentReceived | PaymentReversed;

export type AgreementOffered = Fact<
  'AgreementOffered',
  {
    agreementNumber: string;
    price: Tiyn;
    medium: Medium;
    offeredOn: LocalDate;
    /** What is to be paid when, initial contribution first; null but for instalments. */
    schedule: readonly Instalment[] | null;
    /** Over how many years they run, counted from the conclusion; null but for instalments, and in events of before version 3. */
    years: number | null;
    /** Present where the agreement is on paper: paragraph 8 asks the electronic form. */
    paperNotice: string | null;
    /** Present where fewer years are granted than were asked for, or by parameters that are not known to be the law's own. */
    decreeNotice: string | null;
  }
>;
export type AgreementSigned = Fact<
  'AgreementSigned',
  {
    party: Party;
    eds: EdsSignature | null;
    /** Present where the EDS is late by what the installation says (EDS_LATE_AFTER_DAYS). */
    edsNotice: string | null;
    signedOn: LocalDate;
    concludesAgreement: boolean;
  }
>;
export type PaymentReceived = Fact<
  'PaymentReceived',
  {
    amount: Tiyn;
    paidOn: LocalDate;
    reference: string;
    outstanding: Tiyn;
    overpaid: Tiyn;
    /** What of it went to which instalment, in the order of the schedule; `late` where paid after its day. Empty but for instalments. */
    allocations: readonly Readonly<{ number: number; amount: Tiyn; completes: boolean; late: boolean }>[];
    /** Said where more is paid than is owed; null else, and in events before version 3. */
    overpayment: Overpayment | null;
    /** Why the same reference on the same day is another payment; null else, and in events before version 3. */
    repeatedBecause: string | null;
    /** Whose key seals what is said; null where nothing is, and in events before version 3. */
    applicantIin: string | null;
  }
>;
/** A payment came back or was never one: it counts for nothing any more. */
export type PaymentReversed = Fact<
  'PaymentReversed',
  {
    /** The revision of the payment in the stream of the case. */
    payment: number;
    amount: Tiyn;
    paidOn: LocalDate;
    reversedOn: LocalDate;
    reason: string;
    reversedBy: string;
    /** Whose key seals the reason. */
    applicantIin: string;
  }
>;

/** How each of them is written. */
export const agreementSchemas: SchemasOf<AgreementEvent> = {
  AgreementOffered: {
    version: 3,
    personal: entered('agreementNumber'),
    correctable: { agreementNumber: 'TEXT', price: 'AMOUNT', offeredOn: 'OWN_DAY' },
    upcasts: {
      1: (data) => ({ schedule: null, decreeNotice: null, ...data }),
      2: (data) => ({ years: null, ...data }),
    },
  },
  AgreementSigned: {
    version: 2,
    personal: entered('eds.certificateSerial'),
    correctable: { signedOn: 'OWN_DAY', 'eds.certificateSerial': 'TEXT', 'eds.signedAt': 'MOMENT' },
    upcasts: { 1: (data) => ({ edsNotice: null, ...data }) },
  },
  PaymentReceived: {
    version: 3,
    personal: [
      ...entered('reference'),
      { at: 'repeatedBecause', subject: 'applicantIin' },
      { at: 'applicantIin', subject: 'applicantIin' },
    ],
    correctable: { amount: 'AMOUNT', paidOn: 'LEGAL_DAY', reference: 'TEXT', repeatedBecause: 'TEXT' },
    upcasts: {
      1: (data) => ({ allocations: [], ...data }),
      2: (data) => ({ overpayment: null, repeatedBecause: null, applicantIin: null, ...data }),
    },
  },
  PaymentReversed: {
    version: 1,
    personal: [
      { at: 'reason', subject: 'applicantIin' },
      { at: 'applicantIin', subject: 'applicantIin' },
    ],
    correctable: { reversedOn: 'OWN_DAY', reason: 'TEXT' },
  },
};
