import { type Calendars, uncorrected } from '../calendar/calendars.js';
import type { InstantString } from '../case/case.types.js';
import { type KnownDuty, knownDuties } from '../duties/known-duties.js';
import { rulebookById } from '../rulebook/rulebook-choice.js';
import { type ComplaintDuty, dutiesOfComplaint } from './complaint-duties.js';
import { type ComplaintState, type FiledComplaint, isFiled } from './complaint.state.js';

/** A duty of a complaint by the calendar that counts for it; `moved` by the last correction that did. */
export type KnownComplaintDuty = KnownDuty<ComplaintDuty>;

/**
 * As `dutiesOfComplaint`, by the calendar as it is known: what is open follows the calendar with every correction and
 * says so; what was discharged or fell away keeps the calendar that was known by then (docs/law/rules.md 4.4).
 */
export const knownDutiesOfComplaint = (
  state: ComplaintState,
  calendars: Calendars = uncorrected,
): readonly KnownComplaintDuty[] => {
  if (!isFiled(state)) return [];
  const { moments, dates } = state;
  return knownDuties(
    {
      from: dates.ComplaintFiled ?? '',
      derive: (calendar) => dutiesOfComplaint(state, calendar),
      bornAt: ({ trigger }) => moments[trigger.event] ?? '',
      settledAt: (duty) => settledAt(duty, state),
    },
    calendars,
  );
};

const settledAt = ({ rule }: ComplaintDuty, { filing, moments }: FiledComplaint): InstantString | null => {
  const row = rulebookById(filing.rulebook).complaintTerms.find((one) => one.rule === rule);
  if (row === undefined) return null;
  return [row.dischargedBy, ...row.fallsAwayOn].map((event) => moments[event]).find((at) => at !== undefined) ?? null;
};
