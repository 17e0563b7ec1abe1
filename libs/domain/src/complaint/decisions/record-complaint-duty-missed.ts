import type { Calendars } from '../../calendar/calendars.js';
import { isAfter } from '../../calendar/zones.js';
import type { InstantString } from '../../case/case.types.js';
import { refuse } from '../../refusals/refuse.js';

import type { RecordComplaintDutyMissed } from '../complaint.commands.js';
import { type KnownComplaintDuty, knownDutiesOfComplaint } from '../complaint-duties.js';
import type { ComplaintEvent } from '../complaint.events.js';
import type { FiledComplaint } from '../complaint.state.js';

/**
 * Records that a duty of a complaint was not kept by the end of its day; nothing where that is recorded already, so that
 * two watchers record it once. Throws `complaint-duty-not-overdue`.
 */
export const recordComplaintDutyMissed = (
  { at, rule }: RecordComplaintDutyMissed,
  state: FiledComplaint,
  calendars: Calendars,
): readonly ComplaintEvent[] => {
  const duty = knownDutiesOfComplaint(state, calendars).find((one) => one.rule === rule);
  const missed = duty && missedBy(at, duty);
  if (!missed) throw refuse('complaint-duty-not-overdue', { rule, due: duty?.due ?? null });
  if (state.missed.some((one) => one.rule === rule && one.due === missed.due)) return [];
  return [{ type: 'DutyMissed', data: { at, ...missed } }];
};

/** What is recorded of a duty that is owed past its day, or was kept after it; null of any other, and while its date is pending. */
const missedBy = (at: InstantString, duty: KnownComplaintDuty) => {
  const { rule, instance, paragraph, debtor, due, dueAt, status, late } = duty;
  if (due === null || dueAt === null || !isAfter(at, dueAt)) return null;
  return status === 'OPEN' || late === true ? { rule, instance, paragraph, debtor, due, dueAt } : null;
};
