import { isAfter, localDateOf } from '../calendar/zones.js';
import { refuse } from '../refusals/refuse.js';
import { isBlank } from './blank.js';
import type { HearingMinutes, HearingPlan, InstantString } from './case.types.js';

type Held = Readonly<{ at: InstantString; enteredAt: InstantString; scheduled: HearingPlan; zone: string }>;

/** Minutes hold what APPC 74 asks, are signed by chair and secretary, and fit the hearing they are of. */
export const assertMinutes = (minutes: HearingMinutes, held: Held): void => {
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
    ...Object.entries(told).flatMap(([name, text]) => (isBlank(text) ? [name] : [])),
    ...Object.entries({ signedByChair, signedBySecretary }).flatMap(([name, signed]) => (signed ? [] : [name])),
  ];
};

const areOf = ({ at, enteredAt, scheduled, zone }: Held, { startedAt, endedAt }: HearingMinutes): boolean =>
  !isAfter(scheduled.at, startedAt) &&
  !isAfter(startedAt, endedAt) &&
  !isAfter(endedAt, enteredAt) &&
  localDateOf(startedAt, zone) === localDateOf(at, zone);
