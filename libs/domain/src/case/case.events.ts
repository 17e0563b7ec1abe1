import type { LocalDate } from './case.types.js';
import type { AgreementEvent } from './events/agreement.events.js';
import type { ClosingEvent } from './events/closing.events.js';
import type { CompletenessEvent } from './events/completeness.events.js';
import type { ExaminationEvent } from './events/examination.events.js';
import type { CorrectedValue } from '../corrections/corrected-value.js';
import type { Fact } from '../event-schema.js';
import type { FilingEvent } from './events/filing.events.js';
import type { TransferEvent } from './events/transfer.events.js';

export type * from './events/agreement.events.js';
export type * from './events/closing.events.js';
export type * from './events/completeness.events.js';
export type * from './events/examination.events.js';
export type * from './events/filing.events.js';
export type * from './events/transfer.events.js';

/** What was wrong in the record is set right. It stands here, as it may speak of any fact. */
export type CorrectionRecorded = Fact<
  'CorrectionRecorded',
  {
    /** What was wrong in the record and what is right, in words; the latter two null where `values` say it. */
    subject: string;
    was: string | null;
    is: string | null;
    reason: string;
    /** The entries that were wrong, each value with the right one: the case is what it is with these. Empty in events of version 1. */
    values: readonly CorrectedValue<CaseEvent['type']>[];
    /** Whose key seals what is said; null in events of version 1, which say it in clear. */
    applicantIin: string | null;
    /** Where the legal day of a fact was wrong: duties are counted from the right one. */
    date: Readonly<{ fact: CaseEvent['type']; was: LocalDate; is: LocalDate }> | null;
    correctedBy: string;
  }
>;

/** Every fact a case may hold. */
export type CaseEvent =
  | FilingEvent
  | CompletenessEvent
  | ExaminationEvent
  | TransferEvent
  | AgreementEvent
  | ClosingEvent
  | CorrectionRecorded;
