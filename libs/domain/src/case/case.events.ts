import type { LocalDate } from './case.types.js';
import type { AgreementEvent } from './events/agreement.events.js';
import type { ClosingEvent } from './events/closing.events.js';
import type { ExaminationEvent } from './events/examination.events.js';
import type { Fact } from '../event-schema.js';
import type { FilingEvent } from './events/filing.events.js';
import type { TransferEvent } from './events/transfer.events.js';

export type * from './events/agreement.events.js';
export type * from './events/closing.events.js';
export type * from './events/examination.events.js';
export type * from './events/filing.events.js';
export type * from './events/transfer.events.js';

/** What was wrong in the record is set right. It stands here, as it may speak of any fact. */
export type CorrectionRecorded = Fact<
  'CorrectionRecorded',
  {
    /** What was wrong in the record and what is right, in words. */
    subject: string;
    was: string;
    is: string;
    reason: string;
    /** Where the legal day of a fact was wrong: duties are counted from the right one. */
    date: Readonly<{ fact: CaseEvent['type']; was: LocalDate; is: LocalDate }> | null;
    correctedBy: string;
  }
>;

/** Every fact a case may hold. */
export type CaseEvent =
  FilingEvent | ExaminationEvent | TransferEvent | AgreementEvent | ClosingEvent | CorrectionRecorded;
