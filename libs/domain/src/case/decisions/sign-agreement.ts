import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { assertSignedBy } from '../act-moment.js';
import type { SignAgreement } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import { hasReached } from '../case-order.js';

/** A party signs, once; with the second signature the agreement is concluded (R-48, para 9(1); R-39, para 8). */
export const signAgreement = (command: SignAgreement, state: SubmittedCase): readonly CaseEvent[] => {
  const { at, party, eds } = command;
  const { agreement } = state;
  if (agreement === null || !hasReached(state, 'AGREEMENT_OFFERED')) throw refuse('agreement-not-offered');
  if (agreement.signedOn[party] !== undefined) throw refuse('party-already-signed', { party });
  if (eds === null && agreement.medium === 'ELECTRONIC') throw refuse('eds-missing', { party });
  if (eds !== null) assertSignedBy(eds, command);

  const signedOn = localDateOf(at, state.application.zone);
  const other = party === 'PROVIDER' ? 'RECIPIENT' : 'PROVIDER';
  const concludesAgreement = agreement.signedOn[other] !== undefined;
  return [{ type: 'AgreementSigned', data: { at, party, eds, signedOn, concludesAgreement } }];
};
