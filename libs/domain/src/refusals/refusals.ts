import { acceptanceRefusals } from './acceptance.js';
import { agreementRefusals } from './agreement.js';
import { calendarRefusals } from './calendar.js';
import { closingRefusals } from './closing.js';
import { complaintRefusals } from './complaint.js';
import { documentRefusals } from './documents.js';
import { dwellingRefusals } from './dwelling.js';
import { filingRefusals } from './filing.js';
import { momentRefusals } from './moment.js';
import { rulebookRefusals } from './rulebook.js';
import { stageTwoRefusals } from './stage-two.js';
import { transferRefusals } from './transfer.js';

/** Every reason for which a rule says no, by group. */
export const refusals = {
  ...rulebookRefusals,
  ...calendarRefusals,
  ...momentRefusals,
  ...filingRefusals,
  ...acceptanceRefusals,
  ...documentRefusals,
  ...stageTwoRefusals,
  ...transferRefusals,
  ...agreementRefusals,
  ...closingRefusals,
  ...complaintRefusals,
  ...dwellingRefusals,
} as const;

export type RefusalCode = keyof typeof refusals;
