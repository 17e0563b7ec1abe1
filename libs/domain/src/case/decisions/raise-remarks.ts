import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import type { Remark } from '../case.commands.js';
import type { SubmittedCase } from '../case.state.js';
import { saysSomething } from '../stated.js';
import { assertUndecided, hasReached } from '../case-gates.js';
import { assertMayBeDemanded, assertOfFamily } from '../demands.js';
import { type KnownCase, personOf } from '../people.js';
import type { Step } from '../step.js';

/**
 * The provider's executor raises reasoned remarks to the documents, from registration until the commission decides
 * (R-75, para 10; A1: the remarks are the provider's, not the recipient's). They ask for nothing that the state systems
 * can give.
 */
export const raiseRemarks: Step<'RaiseRemarks'> = {
  gate: (state) => {
    if (!hasReached(state, 'REGISTERED')) throw refuse('not-registered', { status: state.status });
    assertUndecided(state);
  },

  decide: ({ at, by, remarks }, state) => {
    if (remarks.length === 0 || remarks.some(({ text }) => !saysSomething(text))) throw refuse('remarks-missing');

    const raisedOn = localDateOf(at, state.application.zone);
    const raised = together(
      ...remarks.map((remark, index) => () => raisedOf(remark, `remarks.${index}.subjectIin`, state)),
    );
    return [{ type: 'RemarksRaised', data: { at, remarks: raised, raisedOn, raisedBy: by } }];
  },

  anyTime: true,
};

const raisedOf = ({ documentType, text, subjectIin, act }: Remark, field: string, state: KnownCase & SubmittedCase) => {
  const person = subjectIin === null ? null : personOf(subjectIin, field, state);
  assertOfFamily({ documentType, act });
  if (documentType !== null) assertMayBeDemanded({ documentType, person, act }, state);
  return { documentType, text, person, act };
};
