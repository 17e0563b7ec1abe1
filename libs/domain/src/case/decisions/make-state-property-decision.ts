import { localDateOf } from '../../calendar/zones.js';
import { assertRepublican, assertStandsAt } from '../case-gates.js';
import type { Step } from '../step.js';

/** The authorized body for state property decides the transfer, once the industry has agreed (R-54, para 9(3)). */
export const makeStatePropertyDecision: Step<'MakeStatePropertyDecision'> = {
  gate: (state) => {
    assertRepublican(state);
    assertStandsAt(state, 'INDUSTRY_AGREED', {
      before: 'industry-consent-missing',
      after: 'state-property-already-decided',
    });
  },
  decide: ({ at, decisionNumber, body }, { application: { zone } }) => [
    { type: 'StatePropertyDecisionMade', data: { at, decisionNumber, body, decidedOn: localDateOf(at, zone) } },
  ],
};
