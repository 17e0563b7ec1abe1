import type { Calendars } from '../../calendar/calendars.js';
import { localDateOf } from '../../calendar/zones.js';
import { knownNoticeDays, type NoticeDays } from '../../duties/notice-days.js';
import { refuse } from '../../refusals/refuse.js';
import { assertNotBeforeDay } from '../act-moment.js';
import { saysSomething } from '../stated.js';
import type { SubmittedCase } from '../case.state.js';
import type { Step } from '../step.js';

/**
 * The recipient objects to the preliminary decision (R-78, para 10). In time it must be accepted, whatever has happened
 * since and however late it is entered; after its term it is kept as late and shown to the commission all the same. Once the
 * case is closed nobody would hear it: the refusal may be complained of (para 12).
 */
export const recordObjection: Step<'RecordObjection'> = {
  gate: (state, _moment, { calendars }) => void noticeDaysOf(state, calendars),

  decide: ({ at, text, medium }, state, { calendars }) => {
    const { objectionsUntil } = noticeDaysOf(state, calendars);
    if (!saysSomething(text)) throw refuse('objection-empty');
    assertNotBeforeDay(at, state, state.dates.PreliminaryRefusalNotified);

    const receivedOn = localDateOf(at, state.application.zone);
    const late = objectionsUntil === null ? null : receivedOn > objectionsUntil;
    return [{ type: 'ObjectionReceived', data: { at, text, medium, receivedOn, late } }];
  },

  anyTime: true,
};

const noticeDaysOf = (state: SubmittedCase, calendars: Calendars): NoticeDays => {
  const days = knownNoticeDays(state, calendars);
  if (days === null) throw refuse('preliminary-refusal-missing');
  return days;
};
