import { localDateOf } from '../../calendar/zones.js';
import { assertRepublican, assertStandsAt } from '../case-gates.js';
import type { Step } from '../step.js';

/** The akim sends the petition for a republican dwelling to the body for state property (R-53, para 9(3)). */
export const sendPetition: Step<'SendPetition'> = {
  gate: (state) => {
    assertRepublican(state);
    assertStandsAt(state, 'DECISION_SIGNED', { before: 'decision-not-signed', after: 'petition-already-sent' });
  },
  decide: ({ at, petitionNumber, akim }, { application: { zone } }) => [
    { type: 'PetitionSent', data: { at, petitionNumber, akim, sentOn: localDateOf(at, zone) } },
  ],
};
