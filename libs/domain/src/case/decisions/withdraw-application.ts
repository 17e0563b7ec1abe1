import { localDateOf } from '../../calendar/zones.js';
import type { Step } from '../step.js';

/** The recipient withdraws the application, any time before the case is closed; it closes with that (A25). */
export const withdrawApplication: Step<'WithdrawApplication'> = {
  beforeAcceptance: true,
  anyTime: true,
  gate: () => undefined,
  decide: ({ at, reason }, { application: { zone } }) => [
    {
      type: 'ApplicationWithdrawn',
      data: { at, reason, withdrawnOn: localDateOf(at, zone), outsideOrder },
    },
    { type: 'CaseClosed', data: { at, outcome: 'WITHDRAWN' } },
  ],
};

const outsideOrder = 'Order No. 437 does not speak of withdrawal: an administrative closing, outside the Order (A25).';
