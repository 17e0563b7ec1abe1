import type { Decider } from '../decider.js';
import { dutiesOf } from '../duties/duties.js';
import { refuse } from '../refusals/refuse.js';
import { assertHasHappened, assertNotBefore } from './act-moment.js';
import type { CaseCommand, LaterCommand } from './case.commands.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
import { type CaseSettings, defaultCaseSettings } from './case.settings.js';
import { type CaseState, initialCase, isSubmitted, stageOf, type SubmittedCase } from './case.state.js';
import { submitApplication } from './decisions/submit-application.js';
import type { Moment, Step } from './step.js';
import { steps } from './steps.js';

/** The decider of a case under an installation's settings. `decide` throws a `Refusal` where a rule says no. */
export const createCaseDecider = (settings: CaseSettings): Decider<CaseCommand, CaseState, CaseEvent> => ({
  initial: initialCase,
  evolve: evolveCase,
  decide: (command, state) => {
    assertHasHappened(command);
    const events =
      command.type === 'SubmitApplication'
        ? submitApplication(command, state, settings)
        : decideLater(command, state, settings);
    // What cannot be dated is not accepted: a fact whose duties no calendar covers is refused here, not found out
    // later.
    const after = events.reduce(evolveCase, state);
    if (after.dates !== state.dates) dutiesOf(after, settings.calendar);
    return events;
  },
});

/** The decider of a case under the default settings. */
export const caseDecider: Decider<CaseCommand, CaseState, CaseEvent> = createCaseDecider(defaultCaseSettings);

/**
 * Throws the refusal that stands in the way of a command, whatever it would say in detail; the decider asks the same
 * before it decides.
 */
export const assertMay = (
  type: LaterCommand['type'],
  state: CaseState,
  moment: Moment,
  settings: CaseSettings = defaultCaseSettings,
): SubmittedCase => {
  const { gate, whenClosed } = stepOf(type);
  if (!isSubmitted(state)) throw refuse('not-submitted');
  if (stageOf(state) === 'CLOSED' && !whenClosed) throw refuse('case-closed', { status: state.status });
  gate(state, moment, settings);
  return state;
};

const decideLater = (command: LaterCommand, state: CaseState, settings: CaseSettings): readonly CaseEvent[] => {
  const submitted = assertMay(command.type, state, command, settings);
  const { decide, anyTime } = stepOf(command.type);
  const events = decide(command, submitted, settings);
  assertNotBefore(command.at, submitted, anyTime ?? false);
  return events;
};

// The table holds for each type the step of that type, which the compiler cannot follow through an index.
const stepOf = (type: LaterCommand['type']) => steps[type] as unknown as Step<LaterCommand['type']>;
