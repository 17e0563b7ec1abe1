import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { hasReached } from '../case-gates.js';
import type { Step } from '../step.js';

/**
 * The provider receives the registered rights and technical characteristics, any time between registration and the
 * offer; the latest day counts (R-47, para 9(1); R-52, para 9(2); R-59, para 9(3); A9). Where a title is to be
 * registered first, an earlier answer is kept and does not open the agreement.
 */
export const recordRightsInformation: Step<'RecordRightsInformation'> = {
  anyTime: true,
  gate: (state) => {
    if (!hasReached(state, 'REGISTERED')) throw refuse('not-registered', { status: state.status });
    if (hasReached(state, 'AGREEMENT_OFFERED')) throw refuse('agreement-already-offered', { status: state.status });
  },
  decide: ({ at, enteredAt, source, encumbrances, technicalCharacteristics, receivedOn }, { application }) => {
    const enteredOn = localDateOf(enteredAt, application.zone);
    if (receivedOn > enteredOn) throw refuse('received-in-future', { receivedOn, enteredOn });
    const filedOn = localDateOf(application.submittedAt, application.zone);
    if (receivedOn < filedOn) throw refuse('rights-information-before-filing', { receivedOn, filedOn });
    return [
      { type: 'RightsInformationReceived', data: { at, source, encumbrances, technicalCharacteristics, receivedOn } },
    ];
  },
};
