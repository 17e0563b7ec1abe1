import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { assertStandsAt, assertTransferred } from '../case-gates.js';
import { sides } from '../case.words.js';
import { type Step, taken } from '../step.js';

/**
 * An authorized official signs the transfer deed for a side, once; the second side completes it. It follows the signed
 * decision on the communal entity's route (R-49, para 9(2)), the decision on state property on the republican one
 * (R-55, para 9(3)).
 */
export const signTransferDeed: Step<'SignTransferDeed'> = {
  gate: (state) => {
    assertTransferred(state);
    const after = 'deed-already-signed';
    if (state.application.route === 'REPUBLICAN_ENTITY') {
      assertStandsAt(state, 'STATE_PROPERTY_DECIDED', { before: 'state-property-not-decided', after });
    } else {
      assertStandsAt(state, 'DECISION_SIGNED', { before: 'decision-not-signed', after });
    }
  },
  takes: {
    side: taken(sides, (side, { deed }) =>
      deed.signedOn[side] === undefined ? null : refuse('side-already-signed', { side }),
    ),
  },
  decide: ({ at, side, signedBy }, { deed, application: { zone } }) => {
    const other = side === 'RECEIVING' ? 'TRANSFERRING' : 'RECEIVING';
    const completesSigning = deed.signedOn[other] !== undefined;
    return [
      { type: 'TransferDeedSigned', data: { at, side, signedBy, signedOn: localDateOf(at, zone), completesSigning } },
    ];
  },
};
