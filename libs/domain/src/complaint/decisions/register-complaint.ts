import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { assertActsFor, assertAfter, assertNotSettled } from '../complaint-gates.js';
import type { RegisterComplaint } from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import { type FiledComplaint, isToBeForwarded } from '../complaint.state.js';

/**
 * Registers a complaint with the body that considers it: its term runs from here (R-86, R-87, R-88, para 13). Throws
 * `another-body-considers`, `complaint-settled`, `complaint-not-forwarded`, `complaint-already-registered`.
 */
export const registerComplaint = (command: RegisterComplaint, state: FiledComplaint): readonly ComplaintEvent[] => {
  const { at, by, actingFor, registrationNumber } = command;
  const { filing, dates } = state;
  assertActsFor(command, state);
  assertNotSettled(state);
  if (isToBeForwarded(filing) && dates.ComplaintForwarded === undefined) throw refuse('complaint-not-forwarded');
  if (dates.ComplaintRegistered !== undefined) {
    throw refuse('complaint-already-registered', { registeredOn: dates.ComplaintRegistered });
  }
  assertAfter(at, state, 'ComplaintFiled');
  assertAfter(at, state, 'ComplaintForwarded');
  const registeredOn = localDateOf(at, filing.zone);
  return [
    {
      type: 'ComplaintRegistered',
      data: { at, registrationNumber, registeredIn: actingFor, registeredOn, registeredBy: by },
    },
  ];
};
