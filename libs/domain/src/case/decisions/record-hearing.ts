import { isAfter, localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { isBlank } from '../blank.js';
import type { RecordHearing } from '../case.commands.js';
import type { SubmittedCase } from '../case.state.js';
import type { HearingPlan } from '../case.types.js';
import { hasReached } from '../case-order.js';
import { assertMinutes } from '../hearing-minutes.js';
import type { Step } from '../step.js';

/**
 * The recipient is heard, with minutes, or does not appear, with a note of it (R-79, para 10; APPC 74); never before the
 * time that the notice told them.
 */
export const recordHearing: Step<'RecordHearing'> = {
  gate: (state) => {
    const { status, dates } = state;
    if (hasReached(state, 'DECIDED')) throw refuse('already-decided', { status });
    scheduledHearing(state);
    if (dates.HearingHeld !== undefined) throw refuse('hearing-already-held', { heldOn: dates.HearingHeld });
  },

  decide: (command, state) => {
    const { at, enteredAt, appeared, minutes, note } = command;
    const { zone } = state.application;
    const scheduled = scheduledHearing(state);
    if (isAfter(scheduled.at, at)) throw refuse('hearing-before-its-time', { scheduledFor: scheduled.at, heldAt: at });
    assertRecorded(command);
    if (minutes !== null) assertMinutes(minutes, { at, enteredAt, scheduled, zone });

    return [{ type: 'HearingHeld', data: { at, appeared, heldOn: localDateOf(at, zone), minutes, note } }];
  },

  anyTime: true,
};

const scheduledHearing = ({ preliminaryRefusal }: SubmittedCase): HearingPlan => {
  const hearing = preliminaryRefusal?.hearing ?? null;
  if (hearing === null) throw refuse('preliminary-refusal-missing');
  return hearing;
};

const assertRecorded = ({ appeared, minutes, note }: RecordHearing): void => {
  if (appeared && minutes === null) throw refuse('minutes-missing');
  if (!appeared && isBlank(note)) throw refuse('non-appearance-not-recorded');
};
