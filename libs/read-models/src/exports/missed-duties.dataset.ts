import { caseId, complaintId, moments, place, text } from './cells.js';
import { type LogDataset, logDataset } from './log-dataset.js';

/** Every duty that was owed past its day, of cases and of complaints. */
export const missedDutyRows: LogDataset = {
  name: 'missed-duties',
  about: 'Every duty of a case or a complaint that was owed past its day: rule, paragraph, debtor, day.',
  streams: ['case-', 'complaint-'],
  types: ['DutyMissed'],
  columns: [
    ...place,
    caseId,
    complaintId,
    text('rule', 'Of docs/law/rules.md, e.g. R-27.'),
    text('paragraph', 'Of the Order.'),
    text('debtor', 'Who owed it.'),
    text('due', 'The day until whose end it was owed.'),
    text('dueAt', 'The end of that day.'),
    ...moments,
  ],
};

export const missedDuties = logDataset(missedDutyRows);
