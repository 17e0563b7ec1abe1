import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { assertIin } from '../applicants.js';
import { saysSomething } from '../stated.js';
import type { Step } from '../step.js';

/**
 * A state register answers the provider about a person, or does not (R-69, item 8; A12). Asked for as long as the case
 * is open.
 */
export const recordStateData: Step<'RecordStateData'> = {
  beforeAcceptance: true,
  gate: () => undefined,

  decide: ({ at, register, subjectIin, outcome, summary }, { application }, { acceptForeignerIin }) => {
    const on = localDateOf(at, application.zone);
    assertIin(subjectIin, 'subjectIin', { on, acceptForeigners: acceptForeignerIin });
    if (outcome === 'FOUND' && !saysSomething(summary)) throw refuse('state-data-summary-missing', { register });

    return [{ type: 'StateDataReceived', data: { at, register, subjectIin, outcome, summary } }];
  },

  anyTime: true,
};
