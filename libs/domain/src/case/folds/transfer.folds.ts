import type { TransferEvent } from '../case.events.js';
import type { CaseState } from '../case.state.js';
import { type DataOf, type Folds, latest, step } from './fold.js';

/** The latest day counts: an older answer entered afterwards takes nothing back. */
const rightsInformationReceived = (
  state: CaseState,
  { receivedOn }: DataOf<'RightsInformationReceived'>,
): CaseState => {
  const known = state.dates.RightsInformationReceived ?? receivedOn;
  const dates = { ...state.dates, RightsInformationReceived: latest([known, receivedOn]) };
  return { ...state, dates, rightsOn: [...state.rightsOn, receivedOn] };
};

const transferDeedSigned = (state: CaseState, data: DataOf<'TransferDeedSigned'>): CaseState => {
  const signedOn = { ...state.deed.signedOn, [data.side]: data.signedOn };
  const deed = { ...state.deed, signedOn };
  if (!data.completesSigning) return { ...state, deed };
  return { ...step(state, 'DEED_SIGNED', data.at, { TransferDeedSigned: latest(Object.values(signedOn)) }), deed };
};

const transferDeedApproved = (state: CaseState, data: DataOf<'TransferDeedApproved'>): CaseState => {
  const approvedOn = { ...state.deed.approvedOn, [data.side]: data.approvedOn };
  const deed = { ...state.deed, approvedOn };
  if (!data.completesApproval) return { ...state, deed };
  return {
    ...step(state, 'DEED_APPROVED', data.at, { TransferDeedApproved: latest(Object.values(approvedOn)) }),
    deed,
  };
};

/** The transfer into the communal stock, and what the registers say of the dwelling. */
export const transferFolds: Folds<TransferEvent> = {
  RightsInformationReceived: rightsInformationReceived,
  PetitionSent: (state, { at, sentOn }) => step(state, 'PETITION_SENT', at, { PetitionSent: sentOn }),
  IndustryConsentGiven: (state, { at, givenOn }) =>
    step(state, 'INDUSTRY_AGREED', at, { IndustryConsentGiven: givenOn }),
  StatePropertyDecisionMade: (state, { at, decidedOn }) =>
    step(state, 'STATE_PROPERTY_DECIDED', at, { StatePropertyDecisionMade: decidedOn }),
  TransferDeedSigned: transferDeedSigned,
  TransferDeedApproved: transferDeedApproved,
  TitleRegistered: (state, { at, registeredOn }) =>
    step(state, 'TITLE_REGISTERED', at, { TitleRegistered: registeredOn }),
};
