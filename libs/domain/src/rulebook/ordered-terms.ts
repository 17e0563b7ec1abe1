import { dayNumberOf } from '../calendar/day-number.js';
import type { CaseState } from '../case/case.state.js';
import { plainTerm, type Rulebook, type TermRow } from './rulebook.js';

/** Every term that a case may have: those of the table, and the day that an order to decide anew has set (A31). */
export const termsOf = (state: CaseState, { terms }: Rulebook): readonly TermRow[] => {
  const { reopenedOn, carryOutBy } = state.reopenings.findLast((one) => one.carryOutBy !== null) ?? {};
  if (reopenedOn === undefined || !carryOutBy) return terms;
  const n = dayNumberOf(carryOutBy) - dayNumberOf(reopenedOn);
  return [...terms, { ...toDecideAnew, term: { n, unit: 'calendar' }, setOn: carryOutBy }];
};

/** The Order gives the right to complain and no term for what follows: who upholds the complaint sets the day. */
const toDecideAnew: Omit<TermRow, 'term'> = {
  ...plainTerm,
  rule: 'R-83a',
  paragraph: '12',
  passage: 0,
  duty: 'decide anew, as a decision on a complaint or a court ruling orders, and sign the decision (A31)',
  trigger: 'CaseReopened',
  dischargedBy: 'DecisionSigned',
};
