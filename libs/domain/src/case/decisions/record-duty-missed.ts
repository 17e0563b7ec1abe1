import { isAfter } from '../../calendar/zones.js';
import { dutyKey, isMissed } from '../../duties/duty.js';
import { knownDutiesOf } from '../../duties/known-duties.js';
import type { Step } from '../step.js';

/**
 * A duty that is still owed when its day is over is recorded as missed, once for each day on which it was due; where
 * that is not so nothing happens, and nothing is refused: whoever watches may ask again. What another term holds is missed with that one.
 */
export const recordDutyMissed: Step<'RecordDutyMissed'> = {
  beforeAcceptance: true,
  whenClosed: true,
  anyTime: true,
  gate: () => undefined,
  decide: ({ at, ...missed }, state, { calendars }) =>
    knownDutiesOf(state, calendars)
      .filter((duty) => dutyKey(duty) === dutyKey(missed) && duty.kind === 'OBLIGATION' && duty.status === 'OPEN')
      .filter(({ heldBy }) => heldBy === null)
      .filter((duty) => !isMissed(duty, state.missed))
      .flatMap(({ rule, instance, paragraph, debtor, due, dueAt }) =>
        // Nothing is missed while its date is pending.
        due === null || dueAt === null ? [] : [{ at, rule, instance, paragraph, debtor, due, dueAt }],
      )
      .filter(({ dueAt }) => isAfter(at, dueAt))
      .map((data) => ({ type: 'DutyMissed', data })),
};
