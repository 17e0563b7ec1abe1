import { localDateOf } from '../calendar/zones.js';
import type { CaseEvent } from './case.events.js';
import type { SubmittedCase } from './case.state.js';
import type { InstantString } from './case.types.js';

/** What becomes of a case by what is paid of its price now: it closes once that is complete, and opens again where it is not any more (R-36, para 8). */
export const endByPayment = (state: SubmittedCase, at: InstantString): readonly CaseEvent[] => {
  const { status, payment, application } = state;
  const isComplete = payment !== null && payment.outstanding === 0;
  if (status === 'AGREEMENT_CONCLUDED' && isComplete) return [{ type: 'CaseClosed', data: { at, outcome: 'PAID' } }];
  if (status !== 'PAID' || isComplete) return [];
  return [
    {
      type: 'CaseReopened',
      data: {
        at,
        cause: 'PAYMENT_TAKEN_BACK',
        complaintId: null,
        carryOutBy: null,
        reopenedOn: localDateOf(at, application.zone),
      },
    },
  ];
};
