import type { Calendars } from '../../calendar/calendars.js';
import { isAfter, localDateOf } from '../../calendar/zones.js';
import { refusePending } from '../../duties/pending.js';
import { refuse } from '../../refusals/refuse.js';
import { isLeftUnanswered, unansweredPending } from '../complaint-duties.js';
import { assertAfter } from '../complaint-gates.js';
import type { FileCourtAppeal } from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import { complaintStatusOf, type FiledComplaint } from '../complaint.state.js';

/**
 * Records an appeal to a court: after the complaint was decided or left unanswered in time, or where a law allows it
 * before (R-93, para 15, A21). Throws `court-appeal-already-filed`, `court-before-complaint`.
 */
export const fileCourtAppeal = (
  command: FileCourtAppeal,
  state: FiledComplaint,
  calendars: Calendars,
): readonly ComplaintEvent[] => {
  const { at, court, appealNumber, lawReference } = command;
  const { dates, filing } = state;
  if (dates.CourtAppealFiled !== undefined)
    throw refuse('court-appeal-already-filed', { filedOn: dates.CourtAppealFiled });
  assertAfter(at, state, 'ComplaintFiled');
  if (lawReference === null && !isGoneThrough(command, state, calendars)) {
    const pending = unansweredPending(state, calendars);
    if (pending !== null) throw refusePending(pending);
    throw refuse('court-before-complaint', { status: complaintStatusOf(state) });
  }
  const filedOn = localDateOf(at, filing.zone);
  return [{ type: 'CourtAppealFiled', data: { at, court, appealNumber, filedOn, lawReference } }];
};

const isGoneThrough = ({ at }: FileCourtAppeal, state: FiledComplaint, calendars: Calendars): boolean => {
  const decidedAt = state.moments.ComplaintDecided;
  return (decidedAt !== undefined && !isAfter(decidedAt, at)) || isLeftUnanswered(state, at, calendars);
};
