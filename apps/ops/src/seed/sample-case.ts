import type { OfficeSettings } from '@app/domain';
import { OpsProblem } from '../command.js';
import type { Answer, ApiClient } from './api-client.js';
import { sampleStage, type SampleStage } from './stages.js';
import { instantAt, workingDaysBefore } from './working-days.js';

/** One seeding: its moment gives the dates of all its cases, so that the same seeding can be gone on with. */
export type Seeding = Readonly<{
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
  const days = daysOf(stage, startedAt, office.zone);
  const on = (day: number, time: string): string => instantAt(days[day] ?? '', time, office.zone);
  let answer: Answer | null = null;

  for (const [index, step] of stage.steps.entries()) {
    const date = days[step.day] ?? '';
    const at = instantAt(date, step.time, office.zone);
    const path: string = answer === null ? step.path : `/cases/${answer.caseId}${step.path}`;
    answer = await api.send({
      path,
      role: step.role,
      office: office.officeId,
      body: { ...step.body({ n, run, office: office.officeId, at, date, on }), effectiveAt: at },
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

/** Its working days from the application on, so that its last step lies as long ago as its stage says. */
const daysOf = ({ steps, restsFor }: SampleStage, startedAt: string, zone: string): readonly string[] => {
  const lastDay = Math.max(...steps.map(({ day }) => day));
  return workingDaysBefore(startedAt, zone, lastDay + restsFor).toReversed();
};
