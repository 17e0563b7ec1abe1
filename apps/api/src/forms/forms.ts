import type { CommandBody } from '@app/contracts';
import { caseCommands } from '../casework/case-commands.js';
import { complaintCommands } from '../complaints/complaint-commands.js';
import type { CommandRow } from '../http/command-rows.js';
import { commandTitles } from './command-titles.js';

export type FormName = keyof typeof commandTitles;

/** The form of a command: its body, and what it is about; nothing where it begins a case or complaint. */
export type Form = Readonly<{
  name: FormName;
  body: new () => CommandBody;
  about: 'CASE' | 'COMPLAINT' | null;
}>;

const formsOf = (rows: Readonly<Record<string, CommandRow>>, about: 'CASE' | 'COMPLAINT'): readonly Form[] =>
  Object.entries(rows).map(([name, { body, path }]) => ({
    // every row has a title: the table of titles is made of the names of rows
    name: name as FormName,
    body,
    about: path === '' ? null : about,
  }));

/** Every form that people fill in, in the order of the commands. */
export const forms: readonly Form[] = [...formsOf(caseCommands, 'CASE'), ...formsOf(complaintCommands, 'COMPLAINT')];

/** The form of a command; null where there is no such command. */
export const formOf = (name: string): Form | null => forms.find((form) => form.name === name) ?? null;

type About = Readonly<{ caseId?: string; complaintId?: string }>;

/** The address of the schema of a form, with the choices of a case or complaint where one is named. */
export const schemaPath = (name: string, { caseId, complaintId }: About = {}): string => {
  const about = new URLSearchParams({ ...(caseId && { caseId }), ...(complaintId && { complaintId }) });
  return `/api/v1/schemas/${name}${about.size > 0 ? `?${about}` : ''}`;
};
