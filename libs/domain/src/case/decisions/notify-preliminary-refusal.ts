import { isAfter, localDateOf } from '../../calendar/zones.js';
import { noticeDays } from '../../duties/notice-days.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import { assertNotBeforeDay } from '../act-moment.js';
import { assertReasoned, saysSomething } from '../stated.js';
import type { NotifyPreliminaryRefusal } from '../case.commands.js';
import { hasReached } from '../case-gates.js';
import type { Step } from '../step.js';

/**
 * The recipient is notified of the preliminary decision to refuse, with its ground, facts and reasons and
 * with time and place of the hearing, and has two working days to object (R-78, para 10). Late is better than
 * never: a notice after the fifteenth day is taken, and the three working days before the act are kept even where the
 * thirty days pass meanwhile (R-77, A2). Until a hearing has been held a further notice takes the place of the one
 * before, and the recipient's days begin again: so an unfit date or ground can be mended, and never at their cost.
 */
export const notifyPreliminaryRefusal: Step<'NotifyPreliminaryRefusal'> = {
  gate: (state) => {
    const { status, dates } = state;
    if (!hasReached(state, 'EXAMINED')) throw refuse('not-examined', { status });
    if (hasReached(state, 'DECIDED')) throw refuse('already-decided', { status });
    if (dates.RemarksRaised === undefined) throw refuse('remarks-not-raised');
    if (dates.HearingHeld !== undefined) throw refuse('hearing-already-held', { heldOn: dates.HearingHeld });
  },

  decide: (command, state, { calendars }) => {
    const { zone, rulebook } = state.application;
    const { at, ground, facts, reasons, hearing, receivedAt } = command;
    together(
      () => assertReasoned(command),
      () => assertReceipt(command),
      () => assertHearing(command),
      () => assertNotBeforeDay(at, state, state.dates.RemarksRaised),
      () => assertNotBeforeDay(receivedAt, state, state.preliminaryRefusal?.receivedOn),
    );

    const notifiedOn = localDateOf(at, zone);
    const receivedOn = localDateOf(receivedAt, zone);
    const { objectionsUntil, actNotBefore } = noticeDays(receivedOn, rulebook, calendars.current);
    const days = { notifiedOn, receivedAt, receivedOn, objectionsUntil, actNotBefore };
    return [
      { type: 'PreliminaryRefusalNotified', data: { at, ground, facts, reasons, ...days } },
      { type: 'HearingScheduled', data: { at, hearing } },
    ];
  },

  anyTime: true,
};

/** The notice was received after it was sent, and by the moment at which it is entered. */
const assertReceipt = ({ at, receivedAt, enteredAt }: NotifyPreliminaryRefusal): void => {
  const field = 'receivedAt';
  if (isAfter(at, receivedAt)) throw refuse('before-what-it-follows', { field, at: receivedAt, notBefore: at });
  if (isAfter(receivedAt, enteredAt)) throw refuse('effective-in-future', { field, at: receivedAt, enteredAt });
};

const assertHearing = ({ hearing, receivedAt }: NotifyPreliminaryRefusal): void => {
  if (!saysSomething(hearing.place)) throw refuse('hearing-place-missing');
  if (!isAfter(hearing.at, receivedAt)) throw refuse('hearing-before-notice', { hearingAt: hearing.at, receivedAt });
};
