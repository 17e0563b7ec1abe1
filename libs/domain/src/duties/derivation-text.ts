import type { Acceptance } from '../calendar/acceptance.js';
import type { Derivation, DerivedDay, Term } from '../calendar/due-date.js';
import { inWords } from '../calendar/day-number.js';
import type { OffReason } from '../calendar/working-calendar.js';
import type { Duty } from './duty.js';

/** Why a duty is due on its day, in words that a caseworker can read out to an applicant: one sentence a line. */
export const derivationText = (duty: Duty): string =>
  [
    `${debtors[duty.debtor]} ${duty.kind === 'POWER' ? 'may' : 'must'} ${duty.duty} ${termInWords(duty.term)}: ${duty.rule}, paragraph ${duty.paragraph}.`,
    `The Order says: "${duty.paragraphText}"`,
    ...acceptanceSentences(duty),
    ...termSentences(duty.derivation),
    endSentence(duty),
  ].join('\n');

/** The counting of a term alone, one sentence a line. */
export const termText = (derivation: Derivation): string => termSentences(derivation).join('\n');

const debtors = {
  RECIPIENT: 'The applicant',
  PROVIDER: 'The service provider',
  PROVIDER_AND_RECIPIENT: 'The service provider and the applicant',
  STATE_CORPORATION: 'The State Corporation',
  LOCAL_BUDGET: 'The local budget',
} as const;

const termInWords = ({ n, unit }: Term): string =>
  n === 0 ? 'on the same day' : `within ${n} ${unit} ${n === 1 ? 'day' : 'days'}`;

const acceptanceSentences = ({ acceptance, trigger }: Duty): string[] => {
  if (acceptance === null) return [];
  return [
    `The application was filed on ${inWords(acceptance.filedOn)} at ${acceptance.filedAt}.`,
    ...acceptance.passedOver.map(({ date, reason }) => passedOver(date, reason, acceptance)),
    `So it counts as accepted on ${inWords(trigger.on)} (paragraph 4).`,
  ];
};

const passedOver = (date: string, reason: Acceptance['passedOver'][number]['reason'], { closesAt }: Acceptance) =>
  reason.kind === 'after_hours'
    ? `That was after the end of working hours, ${closesAt}: the next working day counts.`
    : `${inWords(date)} is not a working day${because(reason)}.`;

const termSentences = (derivation: Derivation): string[] => {
  const { from, term, nominalDue, rolledOver, cappedBy, due, provisionalYears } = derivation;
  return [
    ...(term.n === 0
      ? [`The term is the day itself, ${inWords(from)}.`]
      : [`The term runs from ${inWords(from)}, which is not counted.`, ...countedSentences(derivation)]),
    ...rolledOver.map(
      ({ date, reason }) => `The term cannot end on ${inWords(date)}, which is not a working day${because(reason)}.`,
    ),
    ...(due === nominalDue || cappedBy !== null ? [] : [`So the last day moves to ${inWords(due)}.`]),
    ...(cappedBy === null ? [] : [`The enclosing term of ${cappedBy.rule} ends it on ${inWords(cappedBy.due)}.`]),
    ...provisionalYears.map((year) => `The calendar of ${year} is provisional: a day of it may still be moved.`),
  ];
};

/** In the order of the days: the first and the last that count, and every day that a listener would count otherwise. */
const countedSentences = ({ days, term }: Derivation): string[] => days.flatMap((day) => daySentence(day, term.n));

const daySentence = (day: DerivedDay, n: number): string[] => {
  if (!day.counted) return [`${inWords(day.date)} is not counted${because(day.reason)}.`];
  if (day.number !== 1 && day.number !== n && !day.workingWeekend) return [];
  const last = day.number === n && n > 1 ? ', the last,' : '';
  return [`Day ${day.number}${last} is ${inWords(day.date)}${day.workingWeekend ? ', made a working day' : ''}.`];
};

const because = ({ kind, name }: OffReason): string => reasons[kind](name);

const reasons: Readonly<Record<OffReason['kind'], (name: string) => string>> = {
  weekend: () => ': a weekend',
  holiday: (name) => `: ${name}, a holiday`,
  substitute: (name) => `: ${name}, a day off for a holiday that fell on a weekend`,
  transfer_off: (name) => `: ${name.replace('Day off', 'a day off')}`,
  day_off_no_roll: (name) => `: ${name}, a day off`,
};

const endSentence = ({ kind, due, status, dischargedOn, late }: Duty): string => {
  const until = `${kind === 'POWER' ? 'The power lasts' : 'The duty is kept'} until the end of ${inWords(due)}.`;
  if (status === 'FALLEN_AWAY') return `${until} It has fallen away.`;
  if (dischargedOn === null) return until;
  return `${until} It was done on ${inWords(dischargedOn)}, ${late ? 'late' : 'in time'}.`;
};
