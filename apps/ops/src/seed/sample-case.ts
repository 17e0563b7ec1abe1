import { localDateOf, samples, type OfficeSettings } from '@app/domain';
import { OpsProblem } from '../command.js';
import type { Answer, ApiClient } from './api-client.js';

/** One seeding: its moment gives the dates of all its cases, so that the same seeding can be gone on with. */
type Seeding = Readonly<{
  /** ISO 8601. */
  startedAt: string;
  offices: readonly OfficeSettings[];
  api: ApiClient;
}>;

/** A sample case as it stands in the api. */
export type SampleCase = Readonly<{ stage: string; officeId: string } & Answer>;

/** Brings the n-th case (from 1) to its stage, step by step through the api. Throws what the api answers. */
export const enterSampleCase = async (n: number, { startedAt, offices, api }: Seeding): Promise<SampleCase> => {
  const stage = sampleStage(n);
  const office = officeOf(n, offices);
  const run = startedAt.replaceAll(/\D/g, '').slice(2, 17);
  const owner = { n, mark: `${run}-${n}`, caseId: '', dwellingId: `sample-${run}-${n}`, office };
  const commands = samples.dated(stage.path, { filedOn: filedOn(stage, startedAt, office.zone), zone: office.zone });
  let answer: Answer | null = null;

  for (const [index, command] of commands.entries()) {
    const { path, role } = samples.sendingOf(command);
    answer = await api.send({
      path: answer === null ? '/cases' : `/cases/${answer.caseId}${path}`,
      role,
      office: office.officeId,
      body: samples.bodyOf(samples.own(command, owner)),
      idempotencyKey: `seed-${run}-${n}-${index}`,
    });
  }
  if (answer === null) throw new OpsProblem('internal-error', `sample case ${n} has no step`);
  return { stage: stage.name, officeId: office.officeId, ...answer };
};

/** Most cases belong to the first office; every fourth to another one. */
const officeOf = (n: number, offices: readonly OfficeSettings[]): OfficeSettings => {
  const office =
    n % 4 === 0 ? (offices[1 + ((n / 4 - 1) % Math.max(1, offices.length - 1))] ?? offices[0]) : offices[0];
  if (office === undefined) throw new OpsProblem('office-unknown', 'there is no office to enter sample cases for');
  return office;
};

/** The working day of its filing, so that its last step lies as long ago as its stage says, or before the end of the calendar. */
const filedOn = ({ path, restsFor }: SampleStage, startedAt: string, zone: string): string => {
  const days = samples.workingDaysIn((path.at(-1)?.at ?? '').slice(0, 10)) + restsFor;
  const today = samples.withinCalendar(localDateOf(startedAt, zone));
  const day = samples.workingDate(samples.workingDayNumber(today) - days);
  if (day === null) throw new OpsProblem('calendar-year-missing', `the calendar ends ${days} days before ${startedAt}`);
  return day;
};

/** How far a sample case has come, and how many working days ago it last moved. */
export type SampleStage = Readonly<{ name: string; path: readonly samples.SentCommand[]; restsFor: number }>;

const { counterPath, gratuitousPath, incompletePath, instalmentsPath, pathUpTo, portalPath, refusalPath } = samples;

/** Cases to look at: one at each stage, one of them late; a seeding goes through them again and again. */
export const sampleStages: readonly SampleStage[] = [
  { name: 'submitted through the portal', path: pathUpTo('SubmitApplication', portalPath), restsFor: 1 },
  { name: 'registered, completeness open', path: pathUpTo('RegisterApplication', counterPath), restsFor: 1 },
  { name: 'commission formed', path: pathUpTo('FormCommission', portalPath), restsFor: 2 },
  { name: 'examined, decision overdue', path: pathUpTo('ReviewCompliance', portalPath), restsFor: 35 },
  { name: 'agreement offered', path: pathUpTo('OfferAgreement', counterPath), restsFor: 1 },
  { name: 'agreement concluded, payment open', path: pathUpTo('SignAgreement', counterPath), restsFor: 4 },
  { name: 'paid and closed', path: counterPath, restsFor: 3 },
  { name: 'rejected as incomplete', path: incompletePath, restsFor: 2 },
  { name: 'refused after a hearing', path: samples.withResults(refusalPath), restsFor: 3 },
  {
    name: 'of a republican entity, in transfer',
    path: pathUpTo('SignTransferDeed', samples.republicanPath),
    restsFor: 2,
  },
  // of three payments the first
  { name: 'paid in instalments', path: instalmentsPath.slice(0, -2), restsFor: 5 },
  { name: 'free of charge, concluded', path: gratuitousPath, restsFor: 3 },
];

/** The stage of the n-th sample case, from 1. */
const sampleStage = (n: number): SampleStage => {
  const stage = sampleStages[(n - 1) % sampleStages.length];
  if (stage === undefined) throw new RangeError(`sample cases are numbered from 1, not ${n}`);
  return stage;
};
