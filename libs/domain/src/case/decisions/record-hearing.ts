import { isAfter, localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import { saysSomething } from '../stated.js';
import { hasReached } from '../case-gates.js';
import type { RecordHearing } from '../case.commands.js';
import type { SubmittedCase } from '../case.state.js';
import type { HearingMinutes, HearingPlan, InstantString } from '../case.types.js';
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
    together(
      () => assertInItsTime(at, scheduled),
      () => assertRecorded(command),
      () => minutes && assertMinutes(minutes, { at, enteredAt, scheduled, zone }),
    );

    return [{ type: 'HearingHeld', data: { at, appeared, heldOn: localDateOf(at, zone), minutes, note } }];
  },

  anyTime: true,
};

const scheduledHearing = ({ preliminaryRefusal }: SubmittedCase): HearingPlan => {
  const hearing = preliminaryRefusal?.hearing ?? null;
  if (hearing === null) throw refuse('preliminary-refusal-missing');
  return hearing;
};

const assertInItsTime = (at: InstantString, scheduled: HearingPlan): void => {
  if (isAfter(scheduled.at, at)) throw refuse('hearing-before-its-time', { scheduledFor: scheduled.at, heldAt: at });
};

const assertRecorded = ({ appeared, minutes, note }: RecordHearing): void => {
  if (appeared && minutes === null) throw refuse('minutes-missing');
  if (!appeared && !saysSomething(note)) throw refuse('non-appearance-not-recorded');
};

type Held = Readonly<{ at: InstantString; enteredAt: InstantString; scheduled: HearingPlan; zone: string }>;

/** Minutes hold what APPC 74 asks, are signed by chair and secretary, and fit the hearing they are of. */
const assertMinutes = (minutes: HearingMinutes, held: Held): void => {
  const missing = missingFrom(minutes);
  if (missing.length > 0) throw refuse('minutes-incomplete', { missing });
  if (!areOf(held, minutes)) {
    throw refuse('minutes-times-wrong', {
      startedAt: minutes.startedAt,
      endedAt: minutes.endedAt,
      scheduledFor: held.scheduled.at,
    });
  }
};

const missingFrom = (minutes: HearingMinutes): readonly string[] => {
  const { place, body, official, secretary, participants, question, explanations } = minutes;
  const told = { place, body, official, secretary, participants: participants.join(''), question, explanations };
  const { signedByChair, signedBySecretary } = minutes;
  return [
    ...Object.entries(told).flatMap(([name, text]) => (saysSomething(text) ? [] : [name])),
    ...Object.entries({ signedByChair, signedBySecretary }).flatMap(([name, signed]) => (signed ? [] : [name])),
  ];
};

const areOf = ({ at, enteredAt, scheduled, zone }: Held, { startedAt, endedAt }: HearingMinutes): boolean =>
  !isAfter(scheduled.at, startedAt) &&
  !isAfter(startedAt, endedAt) &&
  !isAfter(endedAt, enteredAt) &&
  localDateOf(startedAt, zone) === localDateOf(at, zone);
