import type { CalendarEvent } from './calendar/calendar.decider.js';
import type { CaseEvent } from './case/case.events.js';
import { agreementSchemas } from './case/events/agreement.events.js';
import { closingSchemas } from './case/events/closing.events.js';
import { completenessSchemas } from './case/events/completeness.events.js';
import { examinationSchemas } from './case/events/examination.events.js';
import { filingSchemas } from './case/events/filing.events.js';
import { transferSchemas } from './case/events/transfer.events.js';
import { accessSchemas, type PersonalDataViewed } from './access/access.events.js';
import { type ComplaintEvent, complaintSchemas } from './complaint/complaint.events.js';
import type { DwellingEvent } from './dwelling/dwelling.js';
import { type ErasureEvent, erasureSchemas } from './erasure/erasure.events.js';
import type { OutsideLogGuarded } from './guard/outside-log.js';
import { type HeadSigned, type NewLogEvent, proofLogSchemas } from './proof/proof-log.events.js';
import type { RegistrationNumberEvent, RegistrationNumbersIndexed } from './registration/registration-number.js';
import { type EventSchema, plain, type SchemasOf } from './event-schema.js';

const caseSchemas: SchemasOf<CaseEvent> = {
  ...filingSchemas,
  ...completenessSchemas,
  ...examinationSchemas,
  ...transferSchemas,
  ...agreementSchemas,
  ...closingSchemas,
};

/** The type of everything that may be recorded in a case, in the order of the paragraphs. */
// the keys are those of its own type
export const caseEventTypes = Object.keys(caseSchemas) as readonly CaseEvent['type'][];

/** The type of everything that may be recorded of a complaint, that a duty was missed left out. */
// the keys are those of its own type
export const complaintEventTypes = Object.keys(complaintSchemas) as readonly (keyof typeof complaintSchemas)[];

/** The key of the case whose number it is: the stream of a number is nobody's. */
const ofNumber: EventSchema = { version: 1, personal: [{ at: 'number', subject: { prefix: 'case-', id: 'caseId' } }] };

/** How each event of this domain is written. */
export const eventSchemas: SchemasOf<
  | CaseEvent
  | ComplaintEvent
  | DwellingEvent
  | CalendarEvent
  | RegistrationNumberEvent
  | RegistrationNumbersIndexed
  | OutsideLogGuarded
  | PersonalDataViewed
  | ErasureEvent
  | HeadSigned
  | NewLogEvent
> = {
  ...caseSchemas,
  ...complaintSchemas,
  DwellingClaimed: plain,
  DwellingReleased: plain,
  RegistrationNumberClaimed: ofNumber,
  RegistrationNumberReleased: ofNumber,
  RegistrationNumberRepeated: ofNumber,
  RegistrationNumbersIndexed: plain,
  CalendarDayChanged: plain,
  CalendarYearAdded: plain,
  OutsideLogGuarded: plain,
  ...accessSchemas,
  ...erasureSchemas,
  ...proofLogSchemas,
};
