import type { Calendars } from '../../calendar/calendars.js';
import { isAfter } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';

import type { RecordComplaintDutyMissed } from '../complaint.commands.js';
import { knownDutiesOfComplaint } from '../complaint-duties.js';
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
  if (duty === undefined || (duty.status !== 'OPEN' && !duty.late) || !isAfter(at, duty.dueAt)) {
    throw refuse('complaint-duty-not-overdue', { rule, due: duty?.due ?? null });
  }
  const { paragraph, debtor, due, dueAt } = duty;
  if (state.missed.some((one) => one.rule === rule && one.due === due)) return [];
  return [{ type: 'DutyMissed', data: { at, rule, paragraph, debtor, due, dueAt } }];
};
