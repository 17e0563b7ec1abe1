import type { EdsSignature, Instalment, LocalDate, Medium, Party, Tiyn } from '../case.types.js';
import { type Fact, plain, type SchemasOf } from '../../event-schema.js';

/** The agreement and its payment (paras 8, 9). */
export type AgreementEvent = AgreementOffered | AgreementSigned | PaymentReceived;

export type AgreementOffered = Fact<
  'AgreementOffered',
  {
    agreementNumber: string;
    price: Tiyn;
    medium: Medium;
    offeredOn: LocalDate;
    /** What is to be paid when, initial contribution first; null but for instalments. */
    schedule: readonly Instalment[] | null;
    /** Present where the agreement is on paper: paragraph 8 asks the electronic form. */
    paperNotice: string | null;
    /** Present where the Decree's parameters stand in for an edition that is not transcribed. */
    decreeNotice: string | null;
  }
>;
export type AgreementSigned = Fact<
  'AgreementSigned',
  { party: Party; eds: EdsSignature | null; signedOn: LocalDate; concludesAgreement: boolean }
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
  }
>;

/** How each of them is written. */
export const agreementSchemas: SchemasOf<AgreementEvent> = {
  AgreementOffered: {
    version: 2,
    personal: [],
    upcasts: { 1: (data) => ({ schedule: null, decreeNotice: null, ...data }) },
  },
  AgreementSigned: plain,
  PaymentReceived: { version: 2, personal: [], upcasts: { 1: (data) => ({ allocations: [], ...data }) } },
};
