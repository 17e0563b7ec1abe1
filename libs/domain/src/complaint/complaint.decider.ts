import { assertHasHappened } from '../case/act-moment.js';
import { type CaseSettings, defaultCaseSettings } from '../case/case.settings.js';
import type { Decider } from '../decider.js';
import { refuse } from '../refusals/refuse.js';
import type { ComplaintCommand, LaterComplaintCommand } from './complaint.commands.js';
import type { ComplaintEvent } from './complaint.events.js';
import { evolveComplaint } from './complaint.evolve.js';
import { type ComplaintState, initialComplaint, isFiled } from './complaint.state.js';
import { stepOn } from './complaint.steps.js';
import { correctComplaint } from './decisions/correct-complaint.js';
import { fileComplaint } from './decisions/file-complaint.js';

type Settings = Pick<CaseSettings, 'acceptForeignerIin' | 'complaintRegistrationOwed' | 'calendars'>;

/** The decider of a complaint under an installation's settings. `decide` throws a `Refusal` where a rule says no. */
export const createComplaintDecider = (
  settings: Settings,
): Decider<ComplaintCommand, ComplaintState, ComplaintEvent> => ({
  initial: initialComplaint,
  evolve: evolveComplaint,
  decide: (command, state) => {
    assertHasHappened(command);
    return command.type === 'FileComplaint'
      ? fileComplaint(command, state, settings)
      : decideLater(command, state, settings);
  },
});

/** The decider of a complaint under the default settings. */
export const complaintDecider = createComplaintDecider(defaultCaseSettings);

const decideLater = (
  command: LaterComplaintCommand,
  state: ComplaintState,
  settings: Settings,
): readonly ComplaintEvent[] => {
  if (!isFiled(state)) throw refuse('complaint-not-filed');
  return command.type === 'CorrectComplaint'
    ? correctComplaint(command, state, settings)
    : stepOn(command, state, settings.calendars);
};
