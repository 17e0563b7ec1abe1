import type { ActionDto } from '@app/contracts';
import {
  dutyIn,
  isOverdue,
  refusalIn,
  type CaseAction,
  type ComplaintAction,
  type Duty,
  type InTheWay,
  type Language,
} from '@app/domain';
import { mayDo, rolesWith, type Permission, type Role } from '@app/platform';
import type { CommandRow } from '../http/command-rows.js';
import { commandTitles } from './command-titles.js';
import { schemaPath, type FormName } from './forms.js';

/** Who asks what may be done, of which case or complaint, and when (ISO 8601). */
export type Asker = Readonly<{
  role: Role;
  language: Language;
  now: string;
  about: Readonly<{ caseId: string } | { complaintId: string }>;
}>;

type Action = Pick<CaseAction | ComplaintAction, 'allowed' | 'refusal' | 'words' | 'duty'> &
  Readonly<{ movesOn: boolean }>;
type Row = Readonly<{ name: FormName; row: CommandRow; action: Action }>;

/** What may be done, what matters most first: what is refused to this role last. */
export const actionAnswers = (rows: readonly Row[], asker: Asker): readonly ActionDto[] => {
  const answers = rows.map((row) => ({ row, answer: actionAnswer(row, asker) }));
  const primary = primaryOf(answers);
  const ranked = answers.map(({ answer }): ActionDto => ({ ...answer, importance: importanceOf(answer, primary) }));
  return ranked.toSorted((one, other) => rank[one.importance] - rank[other.importance]);
};

const rank = { PRIMARY: 0, DUE: 1, POSSIBLE: 2, NOT_NOW: 3 } as const;

type Answered = Omit<ActionDto, 'importance'>;

const importanceOf = (answer: Answered, primary: string | null): ActionDto['importance'] => {
  if (!answer.allowed) return 'NOT_NOW';
  if (answer.command === primary) return 'PRIMARY';
  return answer.duty === null ? 'POSSIBLE' : 'DUE';
};

/** What is owed first, by whoever may do it; else the first by which the case goes on. */
const primaryOf = (answers: readonly Readonly<{ row: Row; answer: Answered }>[]): string | null => {
  const allowed = answers.filter(({ answer }) => answer.allowed);
  const [owed] = allowed
    .filter(({ row: { action } }) => action.duty?.kind === 'OBLIGATION')
    .toSorted((one, other) => dueOf(one.answer).localeCompare(dueOf(other.answer)));
  return (owed ?? allowed.find(({ row: { action } }) => action.movesOn))?.answer.command ?? null;
};

const dueOf = ({ duty }: Answered): string => duty?.due ?? '9999-12-31';

const actionAnswer = ({ name, row, action }: Row, { role, language, now, about }: Asker): Answered => {
  const { missing, choice, refused } = standing(role, row, action);
  const refusal = action.refusal ?? refused;
  return {
    command: name,
    title: commandTitles[name][language],
    path: row.path,
    schema: schemaPath(name, about),
    roles: [...new Set(permissionsOf(row).flatMap(rolesWith))],
    allowed: refusal === null && missing === null,
    duty: action.duty && dutyOfAction(action.duty, language, now),
    refusal: refusal && { ...refusal, ...refusalIn(language, refusal) },
    permission: missing,
    choice,
    left: Object.entries(action.words).map(([field, words]) => ({ field, values: leftOf(words) })),
  };
};

const dutyOfAction = (duty: Duty<string>, language: Language, now: string): ActionDto['duty'] => ({
  rule: duty.rule,
  instance: duty.instance,
  paragraph: duty.paragraph,
  duty: dutyIn(duty, language),
  due: duty.due,
  overdue: duty.kind === 'OBLIGATION' && isOverdue(duty, now),
});

/**
 * How a role stands to a route: the permission it lacks, or where that depends on a word of the body the words that it may say and that
 * are left; what is in the way of the first of its words where none is.
 */
type Standing = Readonly<{ missing: Permission | null; choice: ActionDto['choice']; refused: InTheWay | null }>;

const standing = (role: Role, { permission: asked }: CommandRow, { words }: Action): Standing => {
  if (typeof asked === 'string') return { missing: mayDo(role, asked) ? null : asked, choice: null, refused: null };
  const { field, permissions } = asked;
  const mine = Object.entries(permissions).filter(([, permission]) => mayDo(role, permission));
  const [first] = mine;
  if (first === undefined) return { missing: Object.values(permissions)[0] ?? null, choice: null, refused: null };
  const inTheWay = words[field] ?? {};
  const values = mine.map(([word]) => word).filter((word) => !inTheWay[word]);
  return { missing: null, choice: { field, values }, refused: values.length > 0 ? null : (inTheWay[first[0]] ?? null) };
};

export const permissionsOf = ({ permission }: Pick<CommandRow, 'permission'>): readonly Permission[] =>
  typeof permission === 'string' ? [permission] : Object.values(permission.permissions);

const leftOf = (words: Readonly<Record<string, InTheWay | null>>): readonly string[] =>
  Object.entries(words).flatMap(([word, refusal]) => (refusal === null ? [word] : []));
