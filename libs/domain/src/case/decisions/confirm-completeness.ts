import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import type { SubmittedCase } from '../case.state.js';
import { assertCompletenessOpen } from '../case-gates.js';
import { defectsOf, type FoundDefect, registersToAnswer, unaskedOf } from '../completeness.js';
import type { Step } from '../step.js';

/**
 * The provider finds the package complete (R-41, para 9); refused with every defect that the record shows (R-60 to
 * ), while a register must still answer whether anything is missing, and before every register was asked
 * about every member of the family: one that is away was asked, too (R-69, A12).
 */
export const confirmCompleteness: Step<'ConfirmCompleteness'> = {
  gate: (state) => {
    assertCompletenessOpen(state);
    assertComplete(state);
  },

  decide: ({ at, by, note }, { application: { zone } }) => [
    { type: 'CompletenessConfirmed', data: { at, note, confirmedOn: localDateOf(at, zone), confirmedBy: by } },
  ],
};

const assertComplete = (state: SubmittedCase): void => {
  const defects = defectsOf(state).map(defectText);
  if (defects.length > 0) throw refuse('package-incomplete', { defects });
  const registers = registersToAnswer(state);
  if (registers.length > 0) throw refuse('state-data-awaited', { registers });
  const unasked = unaskedOf(state);
  if (unasked.length > 0) throw refuse('family-not-asked-about', { unasked });
};

/** As "MISSING D2 (R-61)", with the act and whose it is where the file says so. */
const defectText = ({ kind, documentType, rule, person, act }: FoundDefect): string => {
  const of = act === null ? '' : `, ${act}, person ${person}`;
  return `${kind} ${documentType} (${rule}${of})`;
};
