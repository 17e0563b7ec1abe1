import type { Step } from '../step.js';

/**
 * A decision on a complaint or a ruling has the case decided anew (para 12, A31): it goes back to the commission, closed
 * or not. It is told, not asked for: nothing stands in its way, and whoever tells it twice does so under one key.
 */
export const reopenCase: Step<'ReopenCase'> = {
  beforeAcceptance: true,
  whenClosed: true,
  anyTime: true,
  gate: () => undefined,
  decide: ({ at, cause, complaintId, carryOutBy, reopenedOn }) => [
    { type: 'CaseReopened', data: { at, cause, complaintId, carryOutBy, reopenedOn } },
  ],
};
