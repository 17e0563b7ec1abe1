import type { ActionDto } from '@app/contracts';
import type { CaseAction } from '@app/domain';
import { actionAnswers, type Asker } from '../forms/action-answer.js';
import { caseCommands, isCaseCommandName } from './case-commands.js';

/** What a role may do next with a case: what the decider lets through, and the permissions of the role. */
export const caseActionsAnswer = (actions: readonly CaseAction[], asker: Asker): readonly ActionDto[] =>
  actionAnswers(
    actions.flatMap((action) => {
      const name = action.command;
      return isCaseCommandName(name) ? [{ name, row: caseCommands[name], action }] : [];
    }),
    asker,
  );
