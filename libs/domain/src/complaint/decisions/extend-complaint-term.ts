import type { Calendars } from '../../calendar/calendars.js';
import { localDateOf } from '../../calendar/zones.js';
import type { LocalDate } from '../../case/case.types.js';
import { saysSomething } from '../../case/stated.js';
import { assertNotPendingOn } from '../../duties/pending.js';
import { refuse } from '../../refusals/refuse.js';
import { considerationOf, type KnownComplaintDuty } from '../complaint-duties.js';
import { assertActsFor, assertAfter, assertRegistered, assertUndecided } from '../complaint-gates.js';
import type { ExtendComplaintTerm } from '../complaint.commands.js';
import type { ComplaintEvent, ComplaintTermExtended } from '../complaint.events.js';
import { evolveComplaint } from '../complaint.evolve.js';
import type { FiledComplaint } from '../complaint.state.js';

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
  const consideration = considerationOf(state, calendars);
  const dueBefore = consideration?.due ?? null;
  assertRunning(extendedOn, consideration);
  const extended = (due: LocalDate | null): ComplaintTermExtended => ({
    type: 'ComplaintTermExtended',
    data: { at, ground, workingDays, reasons, extendedOn, extendedBy: by, dueBefore, due },
  });
  // The date that holds now is the one that the duty has after the event.
  const after = evolveComplaint(state, extended(dueBefore), enteredAt);
  return [extended(considerationOf(after, calendars)?.due ?? null)];
};

const assertNotExtended = ({ dates }: FiledComplaint): void => {
  const extendedOn = dates.ComplaintTermExtended;
  if (extendedOn !== undefined) throw refuse('already-extended', { extendedOn });
};

const assertRunning = (extendedOn: LocalDate, consideration: KnownComplaintDuty | null): void => {
  if (consideration === null) return;
  const { due } = consideration;
  assertNotPendingOn(extendedOn, consideration);
  if (due !== null && extendedOn > due) throw refuse('extension-too-late', { extendedOn, due });
};
