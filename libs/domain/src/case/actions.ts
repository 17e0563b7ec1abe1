import { Refusal } from '../refusal.js';
import { assertMay, steps } from './case.decider.js';
import type { LaterCommand } from './case.commands.js';
import { type CaseSettings, defaultCaseSettings } from './case.settings.js';
import type { CaseState } from './case.state.js';
import type { Moment } from './step.js';

/** Whether a command comes into question, or what is in its way: `refusalIn` says that to people. */
export type CaseAction = Readonly<{
  command: LaterCommand['type'];
  allowed: boolean;
  refusal: Pick<Refusal, 'code' | 'rule' | 'paragraph' | 'facts'> | null;
}>;

/**
 * What may be done next with a case, and for each thing that may not the rule in the way: the gates of the decider,
 * asked of every command. What a command says in detail may still be refused.
 */
export const actionsOf = (
  state: CaseState,
  moment: Moment,
  settings: CaseSettings = defaultCaseSettings,
): readonly CaseAction[] =>
  commandTypes.map((command) => {
    const refusal = refusalOf(() => assertMay(command, state, moment, settings));
    return { command, allowed: refusal === null, refusal };
  });

// The table's own keys, which Object.keys widens to strings.
const commandTypes = Object.keys(steps) as LaterCommand['type'][];

const refusalOf = (ask: () => unknown): CaseAction['refusal'] => {
  try {
    ask();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, rule, paragraph, facts } = error;
    return { code, rule, paragraph, facts };
  }
};
