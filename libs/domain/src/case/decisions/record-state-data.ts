import { refuse } from '../../refusals/refuse.js';
import { subjectOf } from '../applicants.js';
import type { Act, RegisterAnswer } from '../case.commands.js';
import type { CaseSettings } from '../case.settings.js';
import type { SubmittedCase } from '../case.state.js';
import { assertLawful } from '../lawful/assert-lawful.js';
import { toldInWords } from '../lawful/package-of-law.js';
import type { KnownCase } from '../people.js';
import type { Step } from '../step.js';

/**
 * A state register answers the provider about a person of the case, or does not (R-69, item 8; A12). Asked for as long
 * as the case is open.
 */
export const recordStateData: Step<'RecordStateData'> = {
  beforeAcceptance: true,
  gate: () => undefined,

  decide: (command, state, settings) => {
    const answer = answered(command, { field: '', at: command.at }, state, settings);
    return [{ type: 'StateDataReceived', data: { at: command.at, ...answer } }];
  },

  anyTime: true,
};

/** The state registers answer about the family at once (R-69, item 8). */
export const recordFamilyData: Step<'RecordFamilyData'> = {
  beforeAcceptance: true,
  gate: () => undefined,

  decide: ({ at, answers }, state, settings) => {
    if (answers.length === 0) throw refuse('family-data-empty');
    const told = answers.map((answer, index) => answered(answer, { field: `answers.${index}.`, at }, state, settings));
    return [{ type: 'FamilyDataReceived', data: { at, answers: told } }];
  },

  anyTime: true,
};

type Place = Readonly<{ field: string }> & Pick<Act<string, unknown>, 'at'>;

const answered = (
  { register, subjectIin, outcome, summary }: RegisterAnswer,
  { field, at }: Place,
  state: KnownCase & SubmittedCase,
  settings: CaseSettings,
) => {
  const person = subjectOf({ iin: subjectIin, field: `${field}subjectIin`, at }, state, settings);
  assertLawful(toldInWords({ register, outcome, summary }));
  return { register, subjectIin, person, outcome, summary };
};
