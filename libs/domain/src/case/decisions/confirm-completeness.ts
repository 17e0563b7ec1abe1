import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import type { ConfirmCompleteness } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import { assertStandsAt } from '../case-order.js';
import { defectsOf } from '../completeness.js';

/**
 * The provider finds the package complete (R-41, para 9); refused with every defect that the record shows (R-60 to
 *
 */
export const confirmCompleteness = (
  { at, by, note }: ConfirmCompleteness,
  state: SubmittedCase,
): readonly CaseEvent[] => {
  assertStandsAt(state, 'REGISTERED', { before: 'not-registered', after: 'completeness-already-confirmed' });
  const defects = defectsOf(state.application).map(
    ({ kind, documentType, rule }) => `${kind} ${documentType} (${rule})`,
  );
  if (defects.length > 0) throw refuse('package-incomplete', { defects });

  const confirmedOn = localDateOf(at, state.application.zone);
  return [{ type: 'CompletenessConfirmed', data: { at, note, confirmedOn, confirmedBy: by } }];
};
