import type { Calendars } from '../calendar/calendars.js';
import type { LaterComplaintCommand } from './complaint.commands.js';
import type { ComplaintEvent } from './complaint.events.js';
import type { FiledComplaint } from './complaint.state.js';
import { adoptFavourableAct } from './decisions/adopt-favourable-act.js';
import { decideComplaint } from './decisions/decide-complaint.js';
import { extendComplaintTerm } from './decisions/extend-complaint-term.js';
import { fileCourtAppeal } from './decisions/file-court-appeal.js';
import { forwardComplaint } from './decisions/forward-complaint.js';
import { recordComplaintDutyMissed } from './decisions/record-complaint-duty-missed.js';
import { recordCourtRuling } from './decisions/record-court-ruling.js';
import { registerComplaint } from './decisions/register-complaint.js';
import { sendExtensionNotice } from './decisions/send-extension-notice.js';
import { setCarryOutDay } from './decisions/set-carry-out-day.js';

/** What moves a filed complaint on; a correction asks each of them again. */
export type ComplaintStep = Exclude<LaterComplaintCommand, { type: 'CorrectComplaint' }>;

type Steps = {
  readonly [T in ComplaintStep['type']]: (
    command: Extract<ComplaintStep, { type: T }>,
    state: FiledComplaint,
    calendars: Calendars,
  ) => readonly ComplaintEvent[];
};

/** Every step of a filed complaint, in the order of the paragraphs. */
const steps: Steps = {
  ForwardComplaint: forwardComplaint,
  AdoptFavourableAct: adoptFavourableAct,
  RegisterComplaint: registerComplaint,
  ExtendComplaintTerm: extendComplaintTerm,
  SendExtensionNotice: sendExtensionNotice,
  DecideComplaint: decideComplaint,
  FileCourtAppeal: fileCourtAppeal,
  RecordCourtRuling: recordCourtRuling,
  SetCarryOutDay: setCarryOutDay,
  RecordDutyMissed: recordComplaintDutyMissed,
};

/** What a step gives. Throws its refusal. */
export const stepOn = (
  command: ComplaintStep,
  state: FiledComplaint,
  calendars: Calendars,
): readonly ComplaintEvent[] => {
  // The table holds for each type the decision of that type, which the compiler cannot follow through an index.
  const decide = steps[command.type] as unknown as (
    command: ComplaintStep,
    state: FiledComplaint,
    calendars: Calendars,
  ) => readonly ComplaintEvent[];
  return decide(command, state, calendars);
};
