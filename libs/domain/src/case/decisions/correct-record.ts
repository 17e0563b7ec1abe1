import { localDateOf } from '../../calendar/zones.js';
import { rightValues } from '../../corrections/right-values.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import type { CorrectRecord } from '../case.commands.js';
import { evolveCase } from '../case.evolve.js';
import type { CaseEvent, CorrectionRecorded } from '../case.events.js';
import { isSubmitted, type SubmittedCase } from '../case.state.js';
import { valueOfDay } from '../corrections/value-of-day.js';
import { whatFollows } from '../corrections/what-follows.js';
import { assertCausesNone } from '../lawful/unlawful.js';
import { applicantIinOf } from '../people.js';
import { endByPayment } from '../price-paid.js';
import { saysSomething } from '../stated.js';
import type { Step } from '../step.js';

/**
 * What was recorded wrongly is set right, with the reason; the wrong entry stays in the log, and the case is what it would be
 * with the right one (R-10, para 2). Refused where an order or a time that the law forbids comes of it that was not
 * there before.
 */
export const correctRecord: Step<'CorrectRecord'> = {
  beforeAcceptance: true,
  whenClosed: true,
  anyTime: true,
  gate: () => undefined,
  decide: (command, state, settings) => {
    const { at, by, enteredAt, subject, reason } = command;
    const record = { history: state.history, zone: state.application.zone, enteredAt };
    const [, , date, values] = together(
      () => assertReason(reason),
      () => assertChanges(command),
      () => correctedDate(command, state),
      () => rightValues<CaseEvent>(valuesSaid(command, state), record, whatFollows(state, settings)),
    );

    const told = { subject, was: command.was, is: command.is, reason, values, date };
    const data = { at, ...told, applicantIin: applicantIinOf(state), correctedBy: by };
    const correction = { type: 'CorrectionRecorded', data } as const;
    const after = evolveCase(state, correction, enteredAt);
    assertCausesNone(state, after, settings);
    return isSubmitted(after) ? [correction, ...endByPayment(after, at)] : [correction];
  },
};

const assertReason = (reason: string): void => {
  if (!saysSomething(reason)) throw refuse('correction-without-reason');
};

/** The day of a fact is a value of its entry, too. */
const valuesSaid = ({ date, values }: CorrectRecord, state: SubmittedCase): CorrectRecord['values'] => {
  const ofDay = date && valueOfDay(date, state);
  return ofDay === null ? values : [...values, ofDay];
};

/** In words alone where nothing else says what is right. */
const assertChanges = ({ values, date, was, is }: CorrectRecord): void => {
  if (values.length > 0 || date !== null) return;
  if (!saysSomething(is) || !saysSomething(was)) throw refuse('correction-says-nothing');
  if (was === is) throw refuse('correction-changes-nothing', { field: 'is' });
};

const correctedDate = (
  { date, enteredAt }: CorrectRecord,
  { dates, application: { zone } }: SubmittedCase,
): CorrectionRecorded['data']['date'] => {
  if (date === null) return null;
  const { fact, is } = date;
  const was = dates[fact];
  if (was === undefined) throw refuse('nothing-to-correct', { fact });
  if (was === is) throw refuse('correction-changes-nothing', { fact, was });
  const enteredOn = localDateOf(enteredAt, zone);
  if (is > enteredOn) throw refuse('corrected-day-in-future', { fact, is, enteredOn });
  return { fact, was, is };
};
