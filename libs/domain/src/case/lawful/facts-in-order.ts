import { localDateOf } from '../../calendar/zones.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import { type Check, follows } from './check.js';

const isFrom = (route: SubmittedCase['application']['route']) => (state: SubmittedCase) =>
  state.application.route === route;

const filed = {
  day: ({ application }: SubmittedCase) => localDateOf(application.submittedAt, application.zone),
};

const afterFiling: readonly CaseEvent['type'][] = [
  'DocumentsDelivered',
  'ApplicationRegistered',
  'ApplicationWithdrawn',
];

/** Which fact follows which, in the order of paragraphs 4 to 10, each by its legal day. */
export const factsInOrder: readonly Check[] = [
  ...afterFiling.map((fact) => follows(fact, 'ApplicationSubmitted', filed)),
  follows('ApplicationRegistered', 'DocumentsDelivered'),
  follows('CompletenessConfirmed', 'ApplicationRegistered'),
  follows('ApplicationRejected', 'ApplicationRegistered'),
  follows('RemarksRaised', 'ApplicationRegistered'),
  follows('ComplianceReviewed', 'CompletenessConfirmed'),
  follows('ComplianceReviewed', 'ApplicationRegistered'),
  follows('CommissionFormed', 'ComplianceReviewed'),
  follows('PreliminaryRefusalNotified', 'RemarksRaised'),
  follows('ObjectionReceived', 'PreliminaryRefusalNotified'),
  follows('HearingHeld', 'PreliminaryRefusalNotified'),
  follows('CommissionDecided', 'CommissionFormed'),
  follows('CommissionDecided', 'HearingHeld'),
  follows('DecisionSigned', 'CommissionDecided'),
  follows('PetitionSent', 'DecisionSigned'),
  follows('IndustryConsentGiven', 'PetitionSent'),
  follows('StatePropertyDecisionMade', 'IndustryConsentGiven'),
  follows('TransferDeedSigned', 'DecisionSigned'),
  follows('TransferDeedSigned', 'StatePropertyDecisionMade'),
  follows('TransferDeedApproved', 'TransferDeedSigned'),
  follows('TitleRegistered', 'TransferDeedApproved'),
  follows('AgreementOffered', 'DecisionSigned', { where: isFrom('COMMUNAL') }),
  follows('AgreementOffered', 'TitleRegistered'),
  follows('AgreementSigned', 'AgreementOffered'),
];
