import { sampleOffices } from '@app/application';
import { samples, type CaseCommand, type OfficeSettings } from '@app/domain';
import type { Chance } from './chance.js';
import { ways } from './ways.js';

/** Which case of a load it is: its number from 0, its ids, the day on which it is filed, and the chance that decides the rest. */
export type CaseNumber = Readonly<{ n: number; caseId: string; complaintId: string; filedOn: string; chance: Chance }>;

/** What is done in a case, in its order; `restsBefore` is the command before which it rested, so that something may be missed. */
export type CasePlan = Readonly<{ commands: readonly CaseCommand[]; restsBefore: number }>;

/** Plans a case: its way, its people and office, whether it rests on the way, is given up, stands still, or is corrected. */
export const planCase = ({ caseId, n, filedOn, chance }: CaseNumber): CasePlan => {
  const path = chance.oneOf(ways).path;
  const office = officeOf(chance);
  const rests = chance.percent(15) ? chance.between(1, path.length - 1) : path.length;
  const timing: samples.Timing = {
    filedOn,
    zone: office.zone,
    restsFrom: rests < path.length ? samples.workingDaysIn(dayOf(path[rests])) : Number.POSITIVE_INFINITY,
    restsFor: chance.between(8, 40),
  };
  const owner = { n, mark: String(n), caseId, dwellingId: `dwelling-of-${caseId}`, office };
  const commands = ended(path, chance).map((command) => samples.own(samples.dated(command, timing), owner));
  return { commands: commands.map(entered), restsBefore: rests };
};

const officeOf = (chance: Chance): OfficeSettings => {
  const office = sampleOffices[chance.between(0, sampleOffices.length - 1)];
  if (office === undefined) throw new RangeError('there is no office');
  return office;
};

const dayOf = (command: samples.SentCommand | undefined): string => (command?.at ?? '').slice(0, 10);

/** Some stand still on the way, some are withdrawn, and in some a record is set right. */
const ended = (path: readonly samples.SentCommand[], chance: Chance): readonly samples.SentCommand[] => {
  if (chance.percent(12)) return path.slice(0, chance.between(1, path.length - 1));
  const at = path.at(-1)?.at ?? '';
  if (chance.percent(3)) {
    const reached = path.slice(0, chance.between(2, path.length - 1));
    return [...reached, samples.withdrawApplication({ at: reached.at(-1)?.at ?? at })];
  }
  return chance.percent(3) ? [...path, samples.correctRecord({ at })] : path;
};

/** Entered on the evening of the day on which it happened, or which it speaks of. */
const entered = (command: CaseCommand): CaseCommand => ({
  ...command,
  enteredAt: `${command.at.slice(0, 10)}T20:00:00${command.at.slice(19)}`,
});
