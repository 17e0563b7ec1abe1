import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { saysSomething } from '../stated.js';
import type { CorrectRecord } from '../case.commands.js';
import type { CorrectionRecorded } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import type { Step } from '../step.js';

/**
 * What was recorded wrongly is set right, with the reason; the wrong entry stays in the log (R-10, para 2). Where the
 * legal day of a fact was wrong, duties are counted from the right one.
 */
export const correctRecord: Step<'CorrectRecord'> = {
  beforeAcceptance: true,
  whenClosed: true,
  anyTime: true,
  gate: () => undefined,
  decide: (command, state) => {
    const { at, by, subject, was, is, reason } = command;
    if (!saysSomething(reason)) throw refuse('correction-without-reason', { subject });
    if (was === is) throw refuse('correction-changes-nothing', { subject });
    const date = correctedDate(command, state);
    return [{ type: 'CorrectionRecorded', data: { at, subject, was, is, reason, date, correctedBy: by } }];
  },
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
