import { localDateOf } from '../../calendar/zones.js';
import { saysSomething } from '../../case/stated.js';
import { refuse } from '../../refusals/refuse.js';
import { assertActsFor, assertAfter } from '../complaint-gates.js';
import type { SetCarryOutDay } from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import type { FiledComplaint } from '../complaint.state.js';

/**
 * Says by which day a case is decided anew, where the order named none: it was made before a day was asked for (R-83a,
 * A31). The case is reopened then. Throws `another-body-considers`, `no-order-without-day`, `carry-out-day-without-reason`,
 * `carry-out-day-mismatch`.
 */
export const setCarryOutDay = (command: SetCarryOutDay, state: FiledComplaint): readonly ComplaintEvent[] => {
  const { at, by, cause, carryOutBy, reason } = command;
  assertActsFor(command, state);
  if (state.ordered[cause]?.carryOutBy !== null) throw refuse('no-order-without-day', { cause });
  if (!saysSomething(reason)) throw refuse('carry-out-day-without-reason');
  assertAfter(at, state, cause === 'COURT' ? 'CourtRulingRecorded' : 'ComplaintDecided');
  const setOn = localDateOf(at, state.filing.zone);
  if (carryOutBy <= setOn) {
    throw refuse('carry-out-day-mismatch', { effect: 'DECIDE_ANEW', carryOutBy, decidedOn: setOn });
  }
  return [{ type: 'CarryOutDaySet', data: { at, cause, carryOutBy, reason, setOn, setBy: by } }];
};
