import { localDateOf } from '../../calendar/zones.js';
import { assertRepublican, assertStandsAt } from '../case-gates.js';
import type { Step } from '../step.js';

/** The authorized body of the industry agrees to the decision on a republican dwelling (R-54a, para 9(3)). */
export const giveIndustryConsent: Step<'GiveIndustryConsent'> = {
  gate: (state) => {
    assertRepublican(state);
    assertStandsAt(state, 'PETITION_SENT', { before: 'petition-not-sent', after: 'industry-consent-already-given' });
  },
  decide: ({ at, consentNumber, body }, { application: { zone } }) => [
    { type: 'IndustryConsentGiven', data: { at, consentNumber, body, givenOn: localDateOf(at, zone) } },
  ],
};
