import type { OfficeSettings } from '../case/case.types.js';
import type { SentCommand } from './body-of.js';
import { numberedPerson } from './numbered-people.js';

/** Whose a case of the sample is to be; `mark` comes after each number on paper, so that no two cases share one. */
export type Owner = Readonly<{ n: number; mark: string; caseId: string; dwellingId: string; office: OfficeSettings }>;

/** A command of the sample for a case of its own: with its own people, dwelling, office and numbers. */
export const own = (command: SentCommand, { n, mark, caseId, dwellingId, office }: Owner): SentCommand => {
  if (command.type === 'RecordStateData') return { ...command, subjectIin: numberedPerson(2 * n).iin };
  if (command.type !== 'SubmitApplication') return marked(command, mark);
  const address = `Sample street ${n % 997}, apt. ${1 + (n % 120)}`;
  return {
    ...command,
    caseId,
    office,
    applicant: { ...command.applicant, ...numberedPerson(2 * n), address },
    familyMembers: command.familyMembers.map((member) => ({ ...member, ...numberedPerson(2 * n + 1) })),
    dwelling: { dwellingId, address },
  };
};

const marked = (command: SentCommand, mark: string): SentCommand => ({
  ...command,
  ...Object.fromEntries(
    Object.entries(command).flatMap(([name, value]) =>
      typeof value === 'string' && onPaper.test(name) ? [[name, `${value}-${mark}`]] : [],
    ),
  ),
});

const onPaper = /Number$|^reference$/;
