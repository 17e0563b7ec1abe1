import type { Calendars } from '../calendar/calendars.js';
import { assertHasHappened } from '../case/act-moment.js';
import { type CaseSettings, defaultCaseSettings } from '../case/case.settings.js';
import type { Decider } from '../decider.js';
import { refuse } from '../refusals/refuse.js';
import type { ComplaintCommand, LaterComplaintCommand } from './complaint.commands.js';
import type { ComplaintEvent } from './complaint.events.js';
import { evolveComplaint } from './complaint.evolve.js';
import { type ComplaintState, type FiledComplaint, initialComplaint, isFiled } from './complaint.state.js';
import { adoptFavourableAct } from './decisions/adopt-favourable-act.js';
import { decideComplaint } from './decisions/decide-complaint.js';
import { extendComplaintTerm } from './decisions/extend-complaint-term.js';
import { fileComplaint } from './decisions/file-complaint.js';
import { fileCourtAppeal } from './decisions/file-court-appeal.js';
import { forwardComplaint } from './decisions/forward-complaint.js';
import { recordComplaintDutyMissed } from './decisions/record-complaint-duty-missed.js';
import { recordCourtRuling } from './decisions/record-court-ruling.js';
import { registerComplaint } from './decisions/register-complaint.js';
import { setCarryOutDay } from './decisions/set-carry-out-day.js';
import { sendExtensionNotice } from './decisions/send-extension-notice.js';

/** The decider of a complaint under an installation's settings. `decide` throws a `Refusal` where a rule says no. */
export const createComplaintDecider = (
  settings: Pick<CaseSettings, 'acceptForeignerIin' | 'complaintRegistrationOwed' | 'calendars'>,
): Decider<ComplaintCommand, ComplaintState, ComplaintEvent> => ({
  initial: initialComplaint,
  evolve: evolveComplaint,
  decide: (command, state) => {
    assertHasHappened(command);
    return command.type === 'FileComplaint'
      ? fileComplaint(command, state, settings)
      : decideLater(command, state, settings.calendars);
  },
});

/** The decider of a complaint under the default settings. */
export const complaintDecider = createComplaintDecider(defaultCaseSettings);

type Decisions = {
  readonly [T in LaterComplaintCommand['type']]: (
    command: Extract<LaterComplaintCommand, { type: T }>,
    state: FiledComplaint,
    calendars: Calendars,
  ) => readonly ComplaintEvent[];
};

/** Every command that a filed complaint answers to, in the order of the paragraphs. */
const decisions: Decisions = {
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

const decideLater = (
  command: LaterComplaintCommand,
  state: ComplaintState,
  calendars: Calendars,
): readonly ComplaintEvent[] => {
  if (!isFiled(state)) throw refuse('complaint-not-filed');
  // The table holds for each type the decision of that type, which the compiler cannot follow through an index.
  const decide = decisions[command.type] as unknown as (
    command: LaterComplaintCommand,
    state: FiledComplaint,
    calendars: Calendars,
  ) => readonly ComplaintEvent[];
  return decide(command, state, calendars);
};
