import { isAfter } from '../calendar/zones.js';
import type { InstantString } from '../case/case.types.js';
import { refuse } from '../refusals/refuse.js';
import type { ComplaintCommand } from './complaint.commands.js';
import type { ComplaintEvent } from './complaint.events.js';
import type { ComplaintState } from './complaint.state.js';

/** What is recorded has happened: `at` is not after `enteredAt`. A late entry of an earlier fact is legal. */
export const assertComplaintHasHappened = ({ at, enteredAt }: ComplaintCommand): void => {
  if (isAfter(at, enteredAt)) throw refuse('effective-in-future', { at, enteredAt });
};

/** A step is not made before the one it follows. */
export const assertAfter = (at: InstantString, { moments }: ComplaintState, step: ComplaintEvent['type']): void => {
  const notBefore = moments[step];
  if (notBefore !== undefined && isAfter(notBefore, at)) throw refuse('before-what-it-follows', { at, notBefore });
};
