import { refuse } from '../../refusals/refuse.js';
import type { Step } from '../step.js';

/**
 * The State Corporation confirms to the applicant what it accepted (R-19, para 5): identified, with copies made and the
 * originals given back.
 */
export const issueReceipt: Step<'IssueReceipt'> = {
  beforeAcceptance: true,
  gate: ({ application: { channel }, receiptNumber }) => {
    if (channel !== 'STATE_CORPORATION') throw refuse('receipt-only-at-state-corporation', { channel });
    if (receiptNumber !== null) throw refuse('receipt-already-issued');
  },

  decide: ({ at, receiptNumber, identification, copiesMade, originalsReturned }) => {
    if (!copiesMade) throw refuse('copies-not-made');
    if (!originalsReturned) throw refuse('originals-not-returned');

    return [{ type: 'ReceiptIssued', data: { at, receiptNumber, identification, copiesMade, originalsReturned } }];
  },
};
