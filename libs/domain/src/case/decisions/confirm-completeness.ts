import { localDateOf } from '../../calendar/zones.js';
import { assertCompletenessOpen } from '../case-gates.js';
import { assertLawful } from '../lawful/assert-lawful.js';
import { notComplete } from '../lawful/package-of-law.js';
import type { Step } from '../step.js';

/**
 * The provider finds the package complete (R-41, para 9); refused with every defect that the record shows (R-60 to
 * ), while a register must still answer whether anything is missing, and before every register was asked
 * about every member of the family: one that is away was asked, too (R-69, A12).
 */
export const confirmCompleteness: Step<'ConfirmCompleteness'> = {
  gate: (state) => {
    assertCompletenessOpen(state);
    assertLawful(notComplete(state));
  },

  decide: ({ at, by, note }, { application: { zone } }) => [
    { type: 'CompletenessConfirmed', data: { at, note, confirmedOn: localDateOf(at, zone), confirmedBy: by } },
  ],
};
