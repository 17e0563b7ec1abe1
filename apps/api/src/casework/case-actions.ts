import type { CaseActionDto, CaseActionsDto } from '@app/contracts';
import { refusalIn, type CaseAction, type Language } from '@app/domain';
import { mayDo, type Permission, type Role } from '@app/platform';
import type { CommandRow } from '../http/command-rows.js';
import { caseCommands, isCaseCommandName } from './case-commands.js';

type Asker = Readonly<{ role: Role; language: Language }>;

/** What a role may do next with a case: what the decider lets through, and the permissions of the role. */
export const actionsAnswer = (actions: readonly CaseAction[], asker: Asker): CaseActionsDto['actions'] =>
  actions.flatMap((action) =>
    isCaseCommandName(action.command) ? [actionAnswer(action, caseCommands[action.command], asker)] : [],
  );

/** How a role stands to a route: the permission it lacks, or where that depends on a word of the body the words it may say. */
type Standing = Readonly<{ missing: Permission | null; choice: CaseActionDto['choice'] }>;

const standing = (role: Role, { permission: asked }: CommandRow): Standing => {
  if (typeof asked === 'string') return { missing: mayDo(role, asked) ? null : asked, choice: null };
  const { field, permissions } = asked;
  const words = Object.entries(permissions);
  const mine = words.filter(([, permission]) => mayDo(role, permission)).map(([word]) => word);
  return mine.length > 0
    ? { missing: null, choice: { field, values: mine } }
    : { missing: words[0]?.[1] ?? null, choice: null };
};

const actionAnswer = (action: CaseAction, row: CommandRow, { role, language }: Asker): CaseActionDto => {
  const { missing, choice } = standing(role, row);
  const allowed = action.allowed && missing === null;
  const refusal = action.refusal && { ...action.refusal, ...refusalIn(language, action.refusal) };
  return { command: action.command, path: row.path, allowed, refusal, permission: missing, choice };
};
