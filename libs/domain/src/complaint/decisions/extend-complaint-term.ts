import type { Calendars } from '../../calendar/calendars.js';
import { localDateOf } from '../../calendar/zones.js';
import type { LocalDate } from '../../case/case.types.js';
import { saysSomething } from '../../case/stated.js';
import { refuse } from '../../refusals/refuse.js';
import { considerationOf } from '../complaint-duties.js';
import { assertActsFor, assertAfter, assertRegistered, assertUndecided } from '../complaint-gates.js';
import type { ExtendComplaintTerm } from '../complaint.commands.js';
import type { ComplaintEvent, ComplaintTermExtended } from '../complaint.events.js';
import { evolveComplaint } from '../complaint.evolve.js';
import type { ComplaintState, FiledComplaint } from '../complaint.state.js';

/** The most that paragraph 14 adds. */
const mostWorkingDays = 10;

/**
 * Extends the term of consideration, once, by ten working days at most, before it ends, with reasons (R-89, R-92, para
 * 14, A20). Throws `another-body-considers`, `complaint-not-registered`, `complaint-already-decided`,
 * `already-extended`, `extension-too-long`, `extension-reasons-missing`, `extension-too-late`.
 */
export const extendComplaintTerm = (
  command: ExtendComplaintTerm,
  state: FiledComplaint,
  calendars: Calendars,
): readonly ComplaintEvent[] => {
  const { at, enteredAt, by, ground, workingDays, reasons } = command;
  assertActsFor(command, state);
  assertRegistered(state);
  assertUndecided(state);
  assertNotExtended(state);
  if (workingDays < 1 || workingDays > mostWorkingDays) throw refuse('extension-too-long', { workingDays });
  if (!saysSomething(reasons)) throw refuse('extension-reasons-missing');
  assertAfter(at, state, 'ComplaintRegistered');

  const extendedOn = localDateOf(at, state.filing.zone);
  const dueBefore = dueOf(state, calendars);
  if (extendedOn > dueBefore) throw refuse('extension-too-late', { extendedOn, due: dueBefore });
  const extended = (due: LocalDate): ComplaintTermExtended => ({
    type: 'ComplaintTermExtended',
    data: { at, ground, workingDays, reasons, extendedOn, extendedBy: by, dueBefore, due },
  });
  // The date that holds now is the one that the duty has after the event.
  return [extended(dueOf(evolveComplaint(state, extended(dueBefore), enteredAt), calendars))];
};

const assertNotExtended = ({ dates }: FiledComplaint): void => {
  const extendedOn = dates.ComplaintTermExtended;
  if (extendedOn !== undefined) throw refuse('already-extended', { extendedOn });
};

const dueOf = (state: ComplaintState, calendars: Calendars): LocalDate => considerationOf(state, calendars)?.due ?? '';
