import type { CaseEvent } from './case/case.events.js';
import type { DwellingEvent } from './dwelling/dwelling.js';

/**
 * How an event type is written: the version of its shape, what of it is personal, and how older shapes become this one.
 */
export type EventSchema = Readonly<{
  version: number;
  /**
   * Values sealed before they are written: `at` is the path of the value, `subject` the path of the IIN whose key seals
   * it; `*` stands for each item of an array, the same item in both paths. A null is left as it is.
   */
  personal: readonly Readonly<{ at: string; subject: string }>[];
  /** By the version they lead away from. */
  upcasts?: Readonly<Record<number, (data: object) => object>>;
}>;

const plain: EventSchema = { version: 1, personal: [] };

/** Every event type of this domain. */
export const eventSchemas: Readonly<Record<CaseEvent['type'] | DwellingEvent['type'], EventSchema>> = {
  ApplicationSubmitted: {
    version: 1,
    personal: [
      { at: 'applicant', subject: 'applicant.iin' },
      { at: 'familyMembers.*', subject: 'familyMembers.*.iin' },
      { at: 'representative', subject: 'representative.iin' },
      { at: 'freeCategory', subject: 'applicant.iin' },
      { at: 'tenancy', subject: 'applicant.iin' },
      { at: 'dwelling.address', subject: 'applicant.iin' },
      { at: 'documents.*.number', subject: 'applicant.iin' },
    ],
  },
  ReceiptIssued: plain,
  DocumentsDelivered: plain,
  ApplicationRegistered: plain,
  CompletenessConfirmed: plain,
  ApplicationRejected: plain,
  ComplianceReviewed: plain,
  CommissionFormed: plain,
  CommissionDecided: plain,
  DecisionSigned: plain,
  RightsInformationReceived: plain,
  AgreementOffered: plain,
  AgreementSigned: plain,
  PaymentReceived: plain,
  CaseClosed: plain,
  DwellingClaimed: plain,
  DwellingReleased: plain,
};
