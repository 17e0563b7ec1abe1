import { refuse } from '../../refusals/refuse.js';
import type { IssueReceipt } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';

/** The State Corporation confirms to the applicant what it accepted (R-19, para 5). */
export const issueReceipt = ({ at, receiptNumber }: IssueReceipt, state: SubmittedCase): readonly CaseEvent[] => {
  const { channel } = state.application;
  if (channel !== 'STATE_CORPORATION') throw refuse('receipt-only-at-state-corporation', { channel });
  if (state.receiptNumber !== null) throw refuse('receipt-already-issued', { receiptNumber: state.receiptNumber });

  return [{ type: 'ReceiptIssued', data: { at, receiptNumber } }];
};
