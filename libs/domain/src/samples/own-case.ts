import type { RegisterAnswer } from '../case/case.commands.js';
import type { OfficeSettings } from '../case/case.types.js';
import { isValidIin } from '../identity/iin.js';
import { sampleIins } from './people.js';
import type { SentCommand } from './sending.js';

/** Whose a case of the sample is to be; `mark` comes after each number on paper, so that no two cases share one. */
export type Owner = Readonly<{ n: number; mark: string; caseId: string; dwellingId: string; office: OfficeSettings }>;

/** A command of the sample for a case of its own: with its own people, dwelling, office and numbers. */
export const own = (command: SentCommand, { n, mark, caseId, dwellingId, office }: Owner): SentCommand => {
  if (command.type === 'RecordStateData') return { ...command, subjectIin: numberedPerson(2 * n).iin };
  if (command.type === 'RecordFamilyData') return { ...command, answers: command.answers.map(aboutOwn(n)) };
  if (command.type !== 'SubmitApplication') return marked(command, mark);
  const address = `Sample street ${n % 997}, apt. ${1 + (n % 120)}`;
  const applicant = { ...command.applicant, ...numberedPerson(2 * n), address };
  return {
    ...command,
    caseId,
    office,
    applicant,
    nominalOwnerIin: applicant.iin,
    familyMembers: command.familyMembers.map(({ consent, ...member }) => ({
      ...member,
      ...numberedPerson(2 * n + 1),
      consent: consent && { ...consent, nominalOwnerIin: applicant.iin },
    })),
    dwelling: { dwellingId, address },
  };
};

/** The applicant of the sample is the applicant of the case, and its member the member. */
const aboutOwn =
  (n: number) =>
  (answer: RegisterAnswer): RegisterAnswer => ({
    ...answer,
    subjectIin: numberedPerson(answer.subjectIin === sampleIins.adult ? 2 * n : 2 * n + 1).iin,
  });

const marked = (command: SentCommand, mark: string): SentCommand => ({
  ...command,
  ...Object.fromEntries(
    Object.entries(command).flatMap(([name, value]) =>
      typeof value === 'string' && onPaper.test(name) ? [[name, `${value}-${mark}`]] : [],
    ),
  ),
});

const onPaper = /Number$|^reference$/;

/** Somebody who does not exist: born in the 19th century, so that the number can be nobody's today. */
export type NumberedPerson = Readonly<{ iin: string; fullName: string }>;

/** The n-th sample person of many (0, 1, 2, …); another number is another person. */
export const numberedPerson = (n: number): NumberedPerson => ({
  iin: sampleIin(n),
  fullName: `${pick(surnames, n)} ${pick(givenNames, Math.floor(n / surnames.length) + n)}`,
});

const surnames = ['Testova', 'Sampleeva', 'Probnaya', 'Ulgieva', 'Sinakova', 'Mysalova', 'Dummyeva'] as const;
const givenNames = ['Aigerim', 'Aliya', 'Bota', 'Dana', 'Gulnar', 'Kamila', 'Madina', 'Saule', 'Zarina'] as const;

const pick = (names: readonly string[], n: number): string => names[n % names.length] ?? '';

/** Of ten check digits one is right; of one serial number in a hundred none is, so that each person has three to choose from. */
const sampleIin = (n: number): string => {
  const day = new Date(Date.UTC(1850, 0, 1 + Math.floor(n / peopleADay))).toISOString();
  const born = `${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}`;
  const first = serialsEach * (n % peopleADay) + 1;
  for (let serial = first; serial < first + serialsEach; serial += 1) {
    const digits = `${born}2${String(serial).padStart(4, '0')}`;
    const iin = checkDigits.map((digit) => `${digits}${digit}`).find((candidate) => isValidIin(candidate));
    if (iin !== undefined) return iin;
  }
  throw new RangeError(`there is no sample person ${n}`);
};

const peopleADay = 3000;
const serialsEach = 3;
const checkDigits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
