import type { Acceptance } from '../calendar/acceptance.js';
import type { Derivation, DerivedDay, Pending, Term } from '../calendar/due-date.js';
import { kzCalendarData } from '../calendar/kz-calendar.data.js';
import { localDateOf } from '../calendar/zones.js';
import type { LocalDate } from '../case/case.types.js';
import type { DayCorrection, Duty } from './duty.js';
import type { Move } from './known-duties.js';
import { english } from './words/en.js';
import { kazakh } from './words/kk.js';
import { russian } from './words/ru.js';
import type { Language } from '../language.js';
import type { Words } from './words/words.js';

/**
 * Why a duty is due on its day, in words that a caseworker can read out to an applicant: one sentence a line. The
 * Order's paragraph stays as it was transcribed, in English.
 */
export const derivationText = (duty: Duty<string>, language: Language = 'en'): string => {
  const words = wordsOf[language];
  return [
    words.owes(duty),
    words.quotes(duty.paragraphText),
    ...acceptanceSentences(duty, words),
    ...startCorrections(duty).map((correction) => words.setRight('START', inFull(correction))),
    ...timeSentences(duty, words),
    endSentence(duty, words),
    ...endCorrections(duty).map((correction) => words.setRight('END', inFull(correction))),
  ].join('\n');
};

/** The counting of a term alone, one sentence a line. */
export const termText = (derivation: Derivation, language: Language = 'en'): string =>
  termSentences(derivation, wordsOf[language]).join('\n');

/** In words that can be read out to an applicant: that a correction of the calendar moved a date, and which. */
export const movedText = (move: Move, language: Language = 'en'): string =>
  wordsOf[language].moved(move, localDateOf(move.correction.knownFrom, kzCalendarData.zone));

/** The sentences of each language. */
export const wordsOf: Readonly<Record<Language, Words>> = { en: english, ru: russian, kk: kazakh };

/** What another term holds is due with that one; one that had ended before counts no more. */
const timeSentences = (duty: Duty<string>, words: Words): string[] =>
  isHeld(duty) ? [words.heldIn(duty.heldBy, duty.due)] : termSentences(duty.derivation, words);

const isHeld = <D extends Duty<string>>(duty: D): duty is D & Readonly<{ heldBy: string; due: LocalDate }> =>
  duty.heldBy !== null && duty.due !== null && duty.derivation.beganAfter === null;

const startCorrections = ({ corrections, trigger }: Duty<string>) =>
  corrections.filter(({ fact }) => fact === trigger.event);

const endCorrections = ({ corrections, trigger }: Duty<string>) =>
  corrections.filter(({ fact }) => fact !== trigger.event);

/** Reasons are entered with or without a full stop. */
const inFull = (correction: DayCorrection<string>): DayCorrection<string> => ({
  ...correction,
  reason: correction.reason?.replace(/\.?$/, '.') ?? null,
});

const acceptanceSentences = (duty: Duty<string>, words: Words): string[] => {
  const { acceptance, trigger } = duty;
  if (duty.term === null && duty.nominalDue !== null) {
    const sets = trigger.event === 'CaseReopened' ? words.ordered : words.agreed;
    return [sets(trigger.on, duty.nominalDue)];
  }
  if (acceptance === null) {
    const begun = isHeld(duty) ? words.begunBy : words.startedBy;
    return [begun(trigger.event, trigger.on)];
  }
  const { filedOn, filedAt } = acceptance;
  const isDelivery = trigger.event === 'DocumentsDelivered';
  return [
    isDelivery ? words.delivered(filedOn, filedAt) : words.filed(filedOn, filedAt),
    ...acceptance.passedOver.map(({ date, reason }) => passedOver(date, reason, acceptance, words)),
    isDelivery ? words.received(trigger.on) : acceptedSentence(duty, words),
  ];
};

/** What followed from the filing, also where that was set right afterwards. */
const acceptedSentence = (duty: Duty<string>, words: Words): string => {
  const { acceptance, pending, trigger } = duty;
  const acceptedOn = startCorrections(duty)[0]?.was ?? trigger.on;
  return acceptance?.acceptedOn === null && pending !== null
    ? words.acceptancePending(pending.missingYear, acceptedOn)
    : words.accepted(acceptedOn);
};

const passedOver = (
  date: LocalDate,
  reason: Acceptance['passedOver'][number]['reason'],
  { closesAt }: Acceptance,
  words: Words,
): string => (reason.kind === 'after_hours' ? words.afterHours(closesAt) : words.notWorking(date, reason));

const termSentences = (derivation: Derivation, words: Words): string[] => {
  const { from, term, nominalDue, rolledOver, cappedBy, beganAfter, due, provisionalYears } = derivation;
  return [
    ...(term === null ? [] : term.n === 0 ? [words.theDayItself(from)] : countedFrom(derivation, term, words)),
    ...rolledOver.map(({ date, reason }) => words.cannotEndOn(date, reason)),
    ...(due === null || due === nominalDue || cappedBy !== null ? [] : [words.movesTo(due)]),
    ...(cappedBy === null ? [] : [words.enclosed(cappedBy.rule, cappedBy.due)]),
    ...(beganAfter === null ? [] : [words.beganAfter(beganAfter.rule, beganAfter.due)]),
    ...provisionalYears.map((year) => words.provisional(year)),
  ];
};

/** In the order of the days: the first and the last that count, and every day that a listener would count otherwise. */
const countedFrom = ({ from, days }: Derivation, term: Term, words: Words): string[] => [
  words.runsFrom(from, term),
  ...days.flatMap((day) => daySentence(day, term.n, words)),
];

const daySentence = (day: DerivedDay, n: number, words: Words): string[] => {
  if (!day.counted) return [words.notCounted(day.date, day.reason)];
  const { date, number, workingWeekend } = day;
  if (number !== 1 && number !== n && !workingWeekend) return [];
  return [words.counted(date, number, { last: number === n && n > 1, workingWeekend })];
};

const endSentence = (duty: Duty<string>, words: Words): string => {
  const { kind, due, pending, dischargedOn, fellAwayOn, late } = duty;
  if (pending !== null) return pendingSentence({ ...duty, pending }, words);
  const until = due === null ? '' : words.until(kind, due);
  if (dischargedOn !== null) return `${until} ${words.done(dischargedOn, late === true)}`;
  return fellAwayOn === null ? until : `${until} ${words.fellAway(fellAwayOn, late === true, kind)}`;
};

/** Whether it was late is told by no calendar yet; nor is the term's own last day, where its first one is pending. */
const pendingSentence = (
  {
    kind,
    nominalDue,
    pending,
    acceptance,
    dischargedOn,
    fellAwayOn,
    late,
  }: Duty<string> & Readonly<{ pending: Pending }>,
  words: Words,
): string => {
  const told = words.pending(pending, acceptance?.acceptedOn === null ? null : nominalDue);
  if (dischargedOn !== null) {
    const done =
      late === null ? words.doneWhilePending(dischargedOn, pending.missingYear) : words.done(dischargedOn, late);
    return `${told} ${done}`;
  }
  return fellAwayOn === null ? told : `${told} ${words.fellAway(fellAwayOn, false, kind)}`;
};
