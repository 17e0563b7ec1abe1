import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import type { RecordRightsInformation } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import { hasReached } from '../case-order.js';

/**
 * The provider receives the registered rights and technical characteristics, any time between registration and the
 * offer; the latest counts (R-47, para 9(1); A9).
 */
export const recordRightsInformation = (
  { at, enteredAt, source, encumbrances, technicalCharacteristics, receivedOn }: RecordRightsInformation,
  state: SubmittedCase,
): readonly CaseEvent[] => {
  if (!hasReached(state, 'REGISTERED')) throw refuse('not-registered');
  if (hasReached(state, 'AGREEMENT_OFFERED')) throw refuse('agreement-already-offered', { status: state.status });
  const enteredOn = localDateOf(enteredAt, state.application.zone);
  if (receivedOn > enteredOn) throw refuse('received-in-future', { receivedOn, enteredOn });

  return [
    { type: 'RightsInformationReceived', data: { at, source, encumbrances, technicalCharacteristics, receivedOn } },
  ];
};
