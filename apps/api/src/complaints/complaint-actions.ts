import type { ActionDto } from '@app/contracts';
import type { ComplaintAction } from '@app/domain';
import { actionAnswers, type Asker } from '../forms/action-answer.js';
import { complaintCommands } from './complaint-commands.js';

/** What a role may do next about a complaint. */
export const complaintActionsAnswer = (actions: readonly ComplaintAction[], asker: Asker): readonly ActionDto[] =>
  actionAnswers(
    actions.map((action) => ({
      name: action.command,
      row: complaintCommands[action.command],
      action: { ...action, movesOn: action.duty !== null },
    })),
    asker,
  );
