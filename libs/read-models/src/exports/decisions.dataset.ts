import { caseId, moments, place, text } from './cells.js';
import { logDataset } from './log-dataset.js';

/** What became of applications: decided, rejected, withdrawn, closed, reopened (paras 6-10 and 12). */
export const decisions = logDataset({
  name: 'decisions',
  about: 'Every decision of a commission, its signature, every rejection, withdrawal, closing and reopening of a case.',
  streams: ['case-'],
  types: [
    'CommissionDecided',
    'DecisionSigned',
    'ApplicationRejected',
    'ApplicationWithdrawn',
    'CaseClosed',
    'CaseReopened',
  ],
  columns: [
    ...place,
    caseId,
    { name: 'type', about: 'What happened.', of: ({ type }) => type },
    text('outcome', 'Of the commission: PRIVATIZE or REFUSE; of the case: how it ended.'),
    text('ground', 'Of a refusal: UNRELIABLE_DOCUMENTS, NOT_COMPLIANT or RIGHT_DEPRIVED_BY_COURT.'),
    text('decidedOn', 'The day of the decision.'),
    text('signedOn', 'The day of its signature.'),
    text('rejectedOn', 'The day of the rejection.'),
    text('withdrawnOn', 'The day of the withdrawal.'),
    ...moments,
  ],
});
