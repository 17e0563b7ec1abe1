import { sampleOffices } from '@app/application';
import type { CaseCommand, OfficeSettings } from '@app/domain';
import { samplePerson } from '../../../apps/ops/src/seed/people.js';
import { correctRecord, withdrawApplication } from '../../../libs/domain/src/testing/index.js';
import type { Chance } from './chance.js';
import { dated, workingDaysIn, type Timing } from './dated.js';
import { ways } from './paths.js';

/** Which case of a load it is: its number from 0, its ids, the day on which it is filed, and the chance that decides the rest. */
export type CaseNumber = Readonly<{ n: number; caseId: string; complaintId: string; filedOn: string; chance: Chance }>;

/** What is done in a case, in its order; `restsBefore` is the command before which it rested, so that something may be missed. */
export type CasePlan = Readonly<{ commands: readonly CaseCommand[]; restsBefore: number }>;

/** Plans a case: its way, its people and office, whether it rests on the way, is given up, stands still, or is corrected. */
export const planCase = ({ caseId, n, filedOn, chance }: CaseNumber): CasePlan => {
  const path = chance.oneOf(ways).path;
  const office = officeOf(chance);
  const rests = chance.percent(15) ? chance.between(1, path.length - 1) : path.length;
  const timing: Timing = {
    filedOn,
    restsFrom: rests < path.length ? workingDaysIn(dayOf(path[rests])) : Number.POSITIVE_INFINITY,
    restsFor: chance.between(8, 40),
  };
  const commands = ended(path, chance).map((command) => own(dated(command, timing), { caseId, n, office }));
  return { commands: commands.map(entered), restsBefore: rests };
};

type Owner = Readonly<{ caseId: string; n: number; office: OfficeSettings }>;

const officeOf = (chance: Chance): OfficeSettings => {
  const office = sampleOffices[chance.between(0, sampleOffices.length - 1)];
  if (office === undefined) throw new RangeError('there is no office');
  return office;
};

const dayOf = (command: CaseCommand | undefined): string => (command?.at ?? '').slice(0, 10);

/** Some stand still on the way, some are withdrawn, and in some a record is set right. */
const ended = (path: readonly CaseCommand[], chance: Chance): readonly CaseCommand[] => {
  if (chance.percent(12)) return path.slice(0, chance.between(1, path.length - 1));
  const at = path.at(-1)?.at ?? '';
  if (chance.percent(3)) {
    const reached = path.slice(0, chance.between(2, path.length - 1));
    return [...reached, withdrawApplication({ at: reached.at(-1)?.at ?? at })];
  }
  return chance.percent(3) ? [...path, correctRecord({ at })] : path;
};

/** The sample's people, dwelling and papers are this case's own. */
const own = (command: CaseCommand, { caseId, n, office }: Owner): CaseCommand => {
  if (command.type === 'RegisterApplication') return { ...command, registrationNumber: `REG-${n}` };
  if (command.type === 'RecordStateData') return { ...command, subjectIin: samplePerson(2 * n).iin };
  if (command.type !== 'SubmitApplication') return command;
  const address = `Sample street ${n % 997}, apt. ${1 + (n % 120)}`;
  return {
    ...command,
    caseId,
    office,
    applicant: { ...command.applicant, ...samplePerson(2 * n), address },
    familyMembers: command.familyMembers.map((member) => ({ ...member, ...samplePerson(2 * n + 1) })),
    dwelling: { dwellingId: `dwelling-of-${caseId}`, address },
  };
};

/** Entered on the evening of the day on which it happened, or which it speaks of. */
const entered = (command: CaseCommand): CaseCommand => ({
  ...command,
  enteredAt: `${command.at.slice(0, 10)}T20:00:00${command.at.slice(19)}`,
});
