import type { Dataset } from './dataset.js';
import { applications } from './applications.dataset.js';
import { complaintEvents } from './complaints.dataset.js';
import { decisions } from './decisions.dataset.js';
import { events } from './events.dataset.js';
import { missedDuties } from './missed-duties.dataset.js';
import { missedDutiesAsKnown } from './missed-duties-as-known.dataset.js';
import { payments } from './payments.dataset.js';
import { stages } from './stages.dataset.js';

/**
 * What may be exported. A dataset never changes: a column more, or another meaning, is another dataset
 * (docs/decisions/0017-exports-are-made-of-the-log.md).
 */
export const datasets: readonly Dataset[] = [
  events,
  applications,
  stages,
  decisions,
  payments,
  missedDuties,
  complaintEvents,
  missedDutiesAsKnown,
];
