import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { subjectOf } from '../applicants.js';
import { assertUndecided } from '../case-gates.js';
import type { Step } from '../step.js';

/**
 * The application rests on an act of family status of a person of the case, of the day that is stated (R-61, item 8).
 * The day decides whether the state systems hold it (R-69, A12). Said again, the later day counts; without a day there
 * is no such act.
 */
export const stateFamilyAct: Step<'StateFamilyAct'> = {
  beforeAcceptance: true,
  gate: assertUndecided,

  decide: (command, state, settings) => {
    const { at, act, subjectIin, actOn } = command;
    const person = subjectOf({ iin: subjectIin, field: 'subjectIin', at }, state, settings);
    if (actOn !== null && actOn > localDateOf(at, state.application.zone)) throw refuse('family-act-later', { act });

    return [{ type: 'FamilyActStated', data: { at, act, subjectIin, person, actOn } }];
  },

  anyTime: true,
};
