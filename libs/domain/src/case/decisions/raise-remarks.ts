import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { saysSomething } from '../stated.js';
import { hasReached } from '../case-gates.js';
import type { Step } from '../step.js';

/**
 * The provider's executor raises reasoned remarks to the documents, from registration until the commission decides
 * (R-75, para 10; A1: the remarks are the provider's, not the recipient's).
 */
export const raiseRemarks: Step<'RaiseRemarks'> = {
  gate: (state) => {
    if (!hasReached(state, 'REGISTERED')) throw refuse('not-registered', { status: state.status });
    if (hasReached(state, 'DECIDED')) throw refuse('already-decided', { status: state.status });
  },

  decide: ({ at, by, remarks }, { application: { zone } }) => {
    if (remarks.length === 0 || remarks.some(({ text }) => !saysSomething(text))) throw refuse('remarks-missing');

    return [{ type: 'RemarksRaised', data: { at, remarks, raisedOn: localDateOf(at, zone), raisedBy: by } }];
  },

  anyTime: true,
};
