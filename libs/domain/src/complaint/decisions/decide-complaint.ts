import { localDateOf } from '../../calendar/zones.js';
import { saysSomething } from '../../case/stated.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import { assertActsFor, assertAfter, assertRegistered, assertUndecided } from '../complaint-gates.js';
import type { DecideComplaint } from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import type { FiledComplaint } from '../complaint.state.js';
import { assertDayToCarryOut, leavesTheCase } from '../effects.js';

/**
 * Decides a complaint, with reasons and with what it means for the case (R-86, R-87, R-88, para 13); late, where it is
 * late. Throws `another-body-considers`, `complaint-not-registered`, `complaint-already-decided`,
 * `own-act-complained-of`, `complaint-reasons-missing`, `complaint-effect-mismatch`, `carry-out-day-mismatch`.
 */
export const decideComplaint = (command: DecideComplaint, state: FiledComplaint): readonly ComplaintEvent[] => {
  const { at, by, actingFor, outcome, reasons, effect } = command;
  assertActsFor(command, state);
  assertRegistered(state);
  assertUndecided(state);
  const decidedOn = localDateOf(at, state.filing.zone);
  if (!saysSomething(reasons)) throw refuse('complaint-reasons-missing');
  together(
    () => assertNotOwnAct(command),
    () => assertBornOut(command),
    () => assertAfter(at, state, 'ComplaintRegistered'),
    () => assertAfter(at, state, 'ComplaintTermExtended'),
    () => assertDayToCarryOut(command, decidedOn),
  );
  return [
    {
      type: 'ComplaintDecided',
      data: { at, outcome, reasons, effect, decidedIn: actingFor, decidedOn, decidedBy: by },
    },
  ];
};

const assertNotOwnAct = ({ by, actedBy }: DecideComplaint): void => {
  if (actedBy.includes(by)) throw refuse('own-act-complained-of');
};

const assertBornOut = (command: DecideComplaint): void => {
  const { outcome, effect } = command;
  if (!bearsOut(command)) throw refuse('complaint-effect-mismatch', { outcome, effect: effect?.kind ?? null });
};

/** Demands that are met are met by something; a dismissal leaves the case as it is. */
const bearsOut = (command: DecideComplaint): boolean => (command.outcome === 'DISMISSED') === leavesTheCase(command);
