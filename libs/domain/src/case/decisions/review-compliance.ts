import type { ReviewCompliance } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import { assertStandsAt } from '../case-order.js';

/**
 * The provider examines the documents against the laws, the Decree and the Rules; findings go to the commission (R-42,
 * para 9; A10).
 */
export const reviewCompliance = (
  { at, by, findings }: ReviewCompliance,
  state: SubmittedCase,
): readonly CaseEvent[] => {
  assertStandsAt(state, 'COMPLETE', {
    before: state.status === 'REGISTERED' ? 'completeness-not-confirmed' : 'not-registered',
    after: 'already-examined',
  });
  return [{ type: 'ComplianceReviewed', data: { at, findings, examinedBy: by } }];
};
